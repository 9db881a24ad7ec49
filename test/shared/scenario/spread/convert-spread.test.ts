import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '#shared/engine/distribution/quantile.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { parseQuantity } from '#shared/scenario/quantity/parse-quantity.ts';
import type { Dimension } from '#shared/scenario/quantity/quantity.ts';
import { convertSpread } from '#shared/scenario/spread/convert-spread.ts';
import { type Family, families } from '#shared/scenario/spread/family.ts';
import { readSpread } from '#shared/scenario/spread/read-spread.ts';
import type { Range } from '#shared/scenario/value.ts';
import { writtenQuantities } from '../../../support/arbitrary-quantity.ts';

const start = { year: 2026, month: 4 };

function distributionOf(text: string, dimension: Dimension, range: Range | null = null): Distribution {
  const parsed = parseQuantity(text, dimension, { start, range: range ?? {} });
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return parsed.value.distribution;
}

function convert(text: string, dimension: Dimension, family: Family, range: Range | null = null) {
  const spread = readSpread(text, dimension, start);
  if (spread === null) throw new Error(`cannot read ${text}`);
  return convertSpread(spread, family, distributionOf(text, dimension, range), range);
}

const written = families.filter((family) => family !== 'reported');

describe('convertSpread', () => {
  it('writes what reads as the family asked for, inside the range', () => {
    const range = { min: 0 };
    fc.assert(
      fc.property(writtenQuantities, fc.constantFrom(...written), ({ text, dimension }, family) => {
        fc.pre(parseQuantity(text, dimension, { start, range }).ok);
        const converted = convert(text, dimension, family, range);
        const isSayable = family !== 'chance' && family !== 'beta' && family !== 'lognormal';
        if (converted === null) expect(isSayable, `${text} as ${family}`).toBe(false);
        else expect(readSpread(converted, dimension, start)?.family, converted).toBe(family);
      }),
      { seed: 20261121, numRuns: 3000 },
    );
  });

  it('keeps the middle of what stood there, whatever it becomes', () => {
    fc.assert(
      fc.property(
        writtenQuantities,
        fc.constantFrom<Family>('fixed', 'interval', 'normal'),
        ({ text, dimension }, family) => {
          fc.pre(parseQuantity(text, dimension, { start }).ok);
          const before = distributionOf(text, dimension);
          const converted = convert(text, dimension, family);
          fc.pre(converted !== null && before.kind !== 'constant' && before.kind !== 'discrete');
          const after = distributionOf(converted ?? '', dimension);
          const at = (of: Distribution, share: number) =>
            of.kind === 'constant' ? of.value : quantile(of, share);
          const width = at(before, 0.99) - at(before, 0.01);
          // A half of what is likely at all lies between the quarters: a middle outside of them is another quantity.
          expect(at(after, 0.5), `${text} → ${converted}`).toBeGreaterThan(at(before, 0.5) - width / 2);
          expect(at(after, 0.5), `${text} → ${converted}`).toBeLessThan(at(before, 0.5) + width / 2);
        },
      ),
      { seed: 20261121, numRuns: 2000 },
    );
  });

  it('comes back to the very same words where both families have the same numbers', () => {
    for (const text of [
      'pert(0, 3, 18) months',
      'pert(2027-06, 2027-10, 2028-12)',
      'pert(5 %, 13 %, 25 %)',
    ]) {
      const dimension = text.includes('%') ? 'share' : text.includes('-') ? 'date' : 'duration';
      const triangular = convert(text, dimension, 'triangular') ?? '';
      expect(triangular).toBe(text.replace('pert', 'triangular'));
      expect(convert(triangular, dimension, 'pert')).toBe(text);
    }
    expect(convert('lognormal(5 GW, 9 GW)', 'power', 'interval')).toBe('5 to 9 GW');
    expect(convert('5 to 9 GW', 'power', 'lognormal')).toBe('lognormal(5, 9) GW');
  });

  it.each<[string, Dimension, Family, Range | null, string | null]>([
    ['18 months', 'duration', 'pert', null, 'pert(14, 18, 22) months'],
    ['up to 5 GW', 'power', 'interval', { min: 0 }, '4 to 6 GW'],
    ['$8B', 'money', 'interval', null, '$6B to $10B'],
    ['35 %', 'share', 'uniform', { min: 0, max: 1 }, 'uniform(28 %, 42 %)'],
    ['100 %', 'share', 'pert', { min: 0, max: 1 }, 'pert(80 %, 100 %, 100 %)'],
    ['0 months', 'duration', 'pert', { min: 0 }, 'pert(0, 0, 10) months'],
    ['2027-10', 'date', 'pert', null, 'pert(2027-04, 2027-10, 2028-04)'],
    ['2027-10', 'date', 'normal', null, 'normal(2027-10, 3 months)'],
    ['2027-10', 'date', 'lognormal', null, null],
    ['-$2B', 'money', 'lognormal', null, null],
    ['30 %', 'probability', 'chance', { min: 0, max: 1 }, 'chance(30 %)'],
    ['chance(30 %)', 'probability', 'fixed', { min: 0, max: 1 }, '30 %'],
    ['5 GW', 'power', 'chance', null, null],
    ['$2.2/chip-hour', 'money-per-chip-hour', 'uniform', null, 'uniform($1.8/chip-hour, $2.6/chip-hour)'],
    ['pert(0, 3, 18) months', 'duration', 'uniform', null, 'uniform(0, 18) months'],
    ['pert(0, 3, 18) months', 'duration', 'beta', null, 'beta(1.67, 4.33, 0, 18) months'],
    ['uniform(5, 7) years', 'duration', 'fixed', null, '6 years'],
    ['oneof($4B: 1, $8B: 3)', 'money', 'uniform', null, 'uniform($4B, $8B)'],
    ['1 month', 'duration', 'uniform', null, 'uniform(0.8, 1.2) months'],
    ['5 to 9 GW, at most 10 GW', 'power', 'interval', null, '5 to 9 GW, at most 10 GW'],
    ['5 to 9 GW, at most 10', 'power', 'uniform', null, 'uniform(4.4, 9.6) GW, at most 10'],
    ['$5 to $9B, at most $10B', 'money', 'normal', null, 'normal($6.7B, $1.2B), at most $10B'],
    ['5 to 9 GW, at most 10 GW', 'power', 'fixed', null, '6.7 GW'],
    ['5 GW', 'power', 'reported', null, 'reported'],
  ])('writes %s (%s) as %s', (text, dimension, family, range, expected) => {
    expect(convert(text, dimension, family, range)).toBe(expected);
  });

  it('writes what is only reported in the usual unit', () => {
    const spread = readSpread('reported', 'money', start);
    const reported: Distribution = { kind: 'discrete', values: [4e9, 8e9], weights: [0.5, 0.5] };
    expect(spread && convertSpread(spread, 'uniform', reported, null)).toBe('uniform($4B, $8B)');
  });
});
