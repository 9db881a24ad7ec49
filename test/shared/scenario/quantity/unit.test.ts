import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeDimension, dimensions, wordsForParts } from '#shared/scenario/quantity/dimensions.ts';
import { parseUnit, readUnit } from '#shared/scenario/quantity/parse-unit.ts';
import type { Unit } from '#shared/scenario/quantity/unit.ts';
import {
  combineUnits,
  convertNumeral,
  isSameKind,
  noUnit,
  raiseUnit,
  sizeOf,
} from '#shared/scenario/quantity/unit.ts';
import { namedUnits } from '#shared/scenario/quantity/units.ts';

fc.configureGlobal({ seed: 20261120 });

const units = fc.constantFrom(...namedUnits.map(({ unit }) => unit));

function unit(text: string): Unit {
  const read = parseUnit(text);
  if (read === null) throw new Error(`${text} is no unit`);
  return read;
}

describe('units', () => {
  it('form a group: a unit over itself is no unit, and order does not matter', () => {
    fc.assert(
      fc.property(units, units, units, (a, b, c) => {
        expect(combineUnits(a, a, -1)).toEqual(noUnit);
        const [left, right] = [combineUnits(combineUnits(a, b), c), combineUnits(a, combineUnits(c, b))];
        expect(isSameKind(left.parts, right.parts)).toBe(true);
        expect(sizeOf(left)).toBeCloseTo(sizeOf(right), 10);
        expect(combineUnits(combineUnits(a, b), b, -1)).toEqual(a);
      }),
    );
  });

  it('raise to whole powers as repeated multiplication', () => {
    const gw = unit('GW');
    expect(raiseUnit(gw, 3)).toEqual(combineUnits(combineUnits(gw, gw), gw));
    expect(raiseUnit(gw, -2)).toEqual(combineUnits(noUnit, combineUnits(gw, gw), -1));
    expect(raiseUnit(gw, 0)).toEqual(noUnit);
  });

  it('have sizes that agree with the definitions of the calendar and of the metric prefixes', () => {
    const ratio = (a: string, b: string) => sizeOf(combineUnits(unit(a), unit(b), -1));
    expect(ratio('GW', 'MW')).toBe(1000);
    expect(ratio('kW', 'W')).toBe(1000);
    expect(ratio('year', 'month')).toBe(12);
    expect(ratio('quarter', 'month')).toBe(3);
    expect(ratio('year', 'day')).toBeCloseTo(365.25, 12);
    expect(ratio('week', 'day')).toBeCloseTo(7, 12);
    expect(ratio('year', 'hour')).toBeCloseTo(8766, 9);
    expect(ratio('MWh', 'kWh')).toBeCloseTo(1000, 9);
    expect(ratio('PFLOP/s', 'TFLOP/s')).toBeCloseTo(1000, 9);
    expect(ratio('%', '1')).toBe(0.01);
  });

  it('convert decimals with no other rounding than that of the numeral itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(9), (digits, places) => {
        const numeral = `${digits}e-${places}`;
        expect(convertNumeral(numeral, unit('%'), noUnit)).toBe(Number(`${digits}e-${places + 2}`));
        expect(convertNumeral(numeral, unit('GW'), unit('MW'))).toBe(Number(`${digits}e${3 - places}`));
        expect(convertNumeral(numeral, unit('$/chip-hour'), unit('USD/chip-hour'))).toBe(Number(numeral));
      }),
    );
  });
});

describe('readUnit', () => {
  it.each([
    ['$/chip-hour', 11],
    ['%/year', 6],
    ['FLOP/s per $', 12],
    ['$/GW-year', 9],
    ['GW - 3 GW', 2],
    ['$/capacity.online', 1],
    ['GW/2', 2],
    ['months earlier', 6],
    ['MW^2', 4],
  ])('reads as much of "%s" as is a unit', (text, to) => {
    expect(readUnit(text, 0)?.to).toBe(to);
  });

  it('is strict in case, for mW and MW differ', () => {
    for (const text of ['mW', 'gw', 'Months', 'usd', 'tflop/s']) expect(parseUnit(text)).toBeNull();
  });

  it('reads every spelling it offers', () => {
    for (const { name, also, unit: known } of namedUnits) {
      for (const word of [name, ...also]) expect(parseUnit(word)).toEqual(known);
    }
  });
});

describe('dimensions', () => {
  it('have words, an example and units that can be read', () => {
    for (const dimension of dimensions) {
      const { words, units: usual, fixed } = describeDimension(dimension);
      expect(words).toMatch(/\w/);
      for (const written of usual.filter((word) => parseUnit(word) !== null)) {
        expect(isSameKind(unit(written).parts, fixed.parts)).toBe(true);
      }
    }
  });

  it('are named by their parts', () => {
    expect(wordsForParts(unit('GW').parts)).toBe('power');
    expect(wordsForParts(noUnit.parts)).toBe('a plain number');
    expect(wordsForParts(unit('MW^2').parts)).toBe('MW^2');
  });
});
