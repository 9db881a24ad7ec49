import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from '#shared/scenario/quantity/parse-quantity.ts';
import type { Dimension } from '#shared/scenario/quantity/quantity.ts';
import { nudgeParameter } from '#shared/scenario/spread/nudge-parameter.ts';
import { readSpread } from '#shared/scenario/spread/read-spread.ts';
import type { Range } from '#shared/scenario/value.ts';
import { writtenQuantities } from '../../../support/arbitrary-quantity.ts';

const start = { year: 2026, month: 4 };

function nudge(text: string, dimension: Dimension, key: string, steps: number, range: Range = { min: 0 }) {
  const spread = readSpread(text, dimension, start);
  const parsed = parseQuantity(text, dimension, { start, range });
  const parameter = spread?.parameters.find((one) => one.key === key);
  if (!spread || !parameter || !parsed.ok) throw new Error(`${text} has no ${key}`);
  return nudgeParameter(spread, parameter, parsed.value.distribution, range, steps);
}

describe('nudgeParameter', () => {
  it('goes up and comes down, and what it writes is smaller or larger as asked', () => {
    fc.assert(
      fc.property(
        writtenQuantities,
        fc.nat(),
        fc.constantFrom(1, -1, 10),
        ({ text, dimension }, which, steps) => {
          const spread = readSpread(text, dimension, start);
          const parsed = parseQuantity(text, dimension, { start });
          const written = spread?.parameters.filter(({ lead }) => lead === null) ?? [];
          const parameter = written[which % written.length];
          fc.pre(parsed.ok && spread !== null && parameter !== undefined);
          if (!parsed.ok || spread === null || parameter === undefined) return;
          const words = nudgeParameter(spread, parameter, parsed.value.distribution, null, steps);
          // At its end it stays.
          if (words === null) return;
          const after = readSpread(words, dimension, start)?.parameters.find(
            ({ key, index }) => key === parameter.key && index === parameter.index,
          );
          const gap = (after?.value ?? Number.NaN) - parameter.value;
          expect(Math.sign(gap), `${text} → ${words}`).toBe(Math.sign(steps));
        },
      ),
      { seed: 20261121, numRuns: 800 },
    );
  });

  it.each<[string, Dimension, string, number, string | null]>([
    ['pert(0, 3, 18) months', 'duration', 'high', 1, 'pert(0, 3, 19) months'],
    ['pert(0, 3, 18) months', 'duration', 'low', -1, null],
    ['pert(0, 3, 18) months', 'duration', 'low', 10, 'pert(3, 3, 18) months'],
    ['beta(2, 5)', 'share', 'alpha', 1, 'beta(2.1, 5)'],
    ['beta(0.1, 5)', 'share', 'alpha', -1, null],
    ['oneof($4B: 1, $8B: 3)', 'money', 'weight', 1, 'oneof($4B: 2, $8B: 3)'],
    ['oneof($4B: 0, $8B: 3)', 'money', 'weight', -1, null],
    ['oneof($4B, $8B)', 'money', 'weight', 1, 'oneof($4B: 2, $8B)'],
    ['chance(30 %)', 'probability', 'chance', 1, 'chance(31 %)'],
    ['chance(0.3)', 'probability', 'chance', 1, 'chance(0.31)'],
    ['chance(95 %)', 'probability', 'chance', 10, 'chance(100 %)'],
    ['5 to 9 GW', 'power', 'at-most', 1, null],
  ])('nudges %s (%s), its %s, by %i to %s', (text, dimension, key, steps, expected) => {
    expect(nudge(text, dimension, key, steps)).toBe(expected);
  });
});
