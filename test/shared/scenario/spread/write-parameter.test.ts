import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dimension } from '#shared/scenario/quantity/quantity.ts';
import { readSpread } from '#shared/scenario/spread/read-spread.ts';
import type { Parameter, Spread } from '#shared/scenario/spread/spread.ts';
import { parameterText, typeParameter, writeParameter } from '#shared/scenario/spread/write-parameter.ts';
import { writtenQuantities } from '../../../support/arbitrary-quantity.ts';

const start = { year: 2026, month: 4 };

function read(text: string, dimension: Dimension): Spread {
  const spread = readSpread(text, dimension, start);
  if (spread === null) throw new Error(`cannot read ${text}`);
  return spread;
}

function parameter(spread: Spread, key: string): Parameter {
  const found = spread.parameters.find((one) => one.key === key);
  if (found === undefined) throw new Error(`${spread.text} has no ${key}`);
  return found;
}

/** Writes one number of a text. */
function write(text: string, dimension: Dimension, key: string, value: number): string {
  const spread = read(text, dimension);
  return writeParameter(spread, parameter(spread, key), value);
}

function type(text: string, dimension: Dimension, key: string, typed: string): string {
  const spread = read(text, dimension);
  return typeParameter(spread, parameter(spread, key), typed);
}

describe('writeParameter', () => {
  it('writes one number, reads it back, and leaves every other character and number as they were', () => {
    fc.assert(
      fc.property(
        writtenQuantities,
        fc.nat(),
        fc.integer({ min: 1, max: 90_000 }),
        ({ text, dimension }, which, hundredths) => {
          const spread = read(text, dimension);
          const chosen = spread.parameters[which % spread.parameters.length];
          if (chosen === undefined) throw new Error(text);
          const scale = chosen.spelling.kind === 'amount' ? chosen.spelling.scale : 1;
          const value = (hundredths / 100) * scale;
          const written = writeParameter(spread, chosen, value);
          expect(written.startsWith(text.slice(0, chosen.from))).toBe(true);
          expect(written.endsWith(text.slice(chosen.to))).toBe(true);
          const again = readSpread(written, dimension, start);
          expect(again?.family, written).toBe(spread.family);
          for (const before of spread.parameters) {
            const now = again?.parameters.find(
              ({ key, index }) => key === before.key && index === before.index,
            );
            const expected = before === chosen ? value : before.value;
            if (Number.isNaN(expected)) expect(now?.value).toBeNaN();
            else expect(Math.abs((now?.value ?? Number.NaN) / expected - 1), written).toBeLessThan(1e-9);
          }
        },
      ),
      { seed: 20261121, numRuns: 3000 },
    );
  });

  it('writes the same words again where nothing changes', () => {
    fc.assert(
      fc.property(writtenQuantities, ({ text, dimension }) => {
        const spread = read(text, dimension);
        for (const one of spread.parameters) {
          if (one.lead !== null) continue;
          expect(writeParameter(spread, one, one.value)).toBe(text);
          expect(typeParameter(spread, one, parameterText(spread, one))).toBe(text);
        }
      }),
      { seed: 20261121, numRuns: 1000 },
    );
  });

  it.each<[string, Dimension, string, number, string]>([
    ['pert(0, 3, 18) months', 'duration', 'high', 20.5, 'pert(0, 3, 20.5) months'],
    ['5 to 9 GW, at most 10 GW', 'power', 'p95', 8500, '5 to 8.5 GW, at most 10 GW'],
    ['uniform($0B, $5B)', 'money', 'high', 6e9, 'uniform($0B, $6B)'],
    ['uniform(-$5B, $5B)', 'money', 'low', -6e9, 'uniform(-$6B, $5B)'],
    ['uniform(1 month, 2 months)', 'duration', 'low', 1.5, 'uniform(1.5 months, 2 months)'],
    ['uniform(2026-07, 2027-06)', 'date', 'high', 20, 'uniform(2026-07, 2027-12)'],
    ['uniform(2026-07-15, 2027-06)', 'date', 'low', 2.5, 'uniform(2026-06-16, 2027-06)'],
    ['oneof($4B, $8B)', 'money', 'weight', 3, 'oneof($4B: 3, $8B)'],
    ['5 to 9 GW', 'power', 'at-most', 10000, '5 to 9 GW, at most 10 GW'],
    ['pert(0, 3, 18) months', 'duration', 'at-least', 1, 'pert(0, 3, 18) months, at least 1 month'],
    ['  30 to 60 %', 'share', 'p5', 0.35, '  35 to 60 %'],
    ['20:1', 'multiple', 'value', 15, '15'],
  ])('writes %s (%s) with %s at %f as %s', (text, dimension, key, value, expected) => {
    expect(write(text, dimension, key, value)).toBe(expected);
  });
});

describe('typeParameter', () => {
  it.each<[string, Dimension, string, string, string]>([
    ['uniform(75 %, 85 %)', 'share', 'high', '90', 'uniform(75 %, 90 %)'],
    ['uniform(75 %, 85 %)', 'share', 'high', '0.9', 'uniform(75 %, 0.9 %)'],
    ['uniform(75 %, 85 %)', 'share', 'high', '90 %', 'uniform(75 %, 90 %)'],
    ['pert(0, 3, 18) months', 'duration', 'high', '24', 'pert(0, 3, 24) months'],
    ['uniform(2026-07, 2027-06)', 'date', 'high', '2028-Q1', 'uniform(2026-07, 2028-Q1)'],
    ['normal(−$3B, $1B)', 'money', 'mean', '−4', 'normal(-$4B, $1B)'],
    ['5 to 9 GW, at most 10 GW', 'power', 'at-most', '', '5 to 9 GW'],
    ['5 to 9 GW, at least 2 GW, at most 10 GW', 'power', 'at-least', ' ', '5 to 9 GW, at most 10 GW'],
    ['5 to 9 GW', 'power', 'p5', '', '5 to 9 GW'],
    ['5 to 9 GW', 'power', 'at-most', '', '5 to 9 GW'],
    ['5 to 9 GW', 'power', 'at-most', '12', '5 to 9 GW, at most 12 GW'],
  ])('makes of %s (%s) with %s typed as "%s": %s', (text, dimension, key, typed, expected) => {
    expect(type(text, dimension, key, typed)).toBe(expected);
  });
});

describe('parameterText', () => {
  it.each<[string, Dimension, string, string]>([
    ['-$3.3B', 'money', 'value', '-3.3'],
    ['$-3.3B', 'money', 'value', '-3.3'],
    ['1_000 MW', 'power', 'value', '1_000'],
    ['2026-Q2', 'date', 'value', '2026-Q2'],
    ['20:1', 'multiple', 'value', '20:1'],
    ['5 to 9 GW', 'power', 'at-most', ''],
    ['oneof($4B, $8B)', 'money', 'weight', '1'],
  ])('of %s (%s) %s is "%s"', (text, dimension, key, expected) => {
    const spread = read(text, dimension);
    expect(parameterText(spread, parameter(spread, key))).toBe(expected);
  });
});
