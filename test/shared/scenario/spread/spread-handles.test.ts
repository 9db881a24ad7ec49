import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from '#shared/scenario/quantity/parse-quantity.ts';
import type { Dimension } from '#shared/scenario/quantity/quantity.ts';
import { readSpread } from '#shared/scenario/spread/read-spread.ts';
import { spreadHandles } from '#shared/scenario/spread/spread-handles.ts';
import { writtenQuantities } from '../../../support/arbitrary-quantity.ts';

const start = { year: 2026, month: 4 };

function handlesOf(text: string, dimension: Dimension, width: number) {
  const spread = readSpread(text, dimension, start);
  if (spread === null) throw new Error(`cannot read ${text}`);
  return spreadHandles(spread, width, { min: 0 });
}

function pull(text: string, dimension: Dimension, id: string, to: number, width: number): string | undefined {
  return handlesOf(text, dimension, width)
    .find((one) => one.id === id)
    ?.write(to);
}

describe('spreadHandles', () => {
  it('write what can be read, wherever they are pulled', () => {
    fc.assert(
      fc.property(
        writtenQuantities,
        fc.nat(),
        fc.double({ min: -3, max: 4, noNaN: true }),
        ({ text, dimension }, which, pulled) => {
          const range = { min: 0 };
          const parsed = parseQuantity(text, dimension, { start, range });
          fc.pre(parsed.ok && !text.includes(', at '));
          const spread = readSpread(text, dimension, start);
          const values = spread?.parameters.map(({ value }) => value).filter(Number.isFinite) ?? [];
          const width = Math.max(...values) - Math.min(...values);
          const handles = handlesOf(text, dimension, width);
          fc.pre(handles.length > 0);
          const handle = handles[which % handles.length];
          // Two ends closer than a step leave no room between them.
          fc.pre(handle !== undefined && handle.least <= handle.most);
          const written = handle?.write(Math.min(...values) + pulled * width) ?? '';
          expect(parseQuantity(written, dimension, { start, range }), `${text} → ${written}`).toMatchObject({
            ok: true,
          });
        },
      ),
      { seed: 20261121, numRuns: 3000 },
    );
  });

  it('stand where their numbers are', () => {
    fc.assert(
      fc.property(writtenQuantities, ({ text, dimension }) => {
        for (const { at, write, step } of handlesOf(text, dimension, 0.0001)) {
          expect(Number.isFinite(at) && step > 0).toBe(true);
          const again = readSpread(write(at), dimension, start);
          expect(again).not.toBeNull();
        }
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });

  it.each<[string, Dimension, string, number, string]>([
    ['pert(0, 3, 18) months', 'duration', 'high-0', 20.4, 'pert(0, 3, 20) months'],
    ['pert(0, 3, 18) months', 'duration', 'high-0', 1, 'pert(0, 3, 3) months'],
    ['pert(0, 3, 18) months', 'duration', 'low-0', 9, 'pert(3, 3, 18) months'],
    ['pert(0, 3, 18) months', 'duration', 'low-0', -9, 'pert(0, 3, 18) months'],
    ['pert(0, 3, 18) months', 'duration', 'mode-0', 99, 'pert(0, 18, 18) months'],
    ['5 to 9 months', 'duration', 'p5-0', 30, '8 to 9 months'],
    ['normal(10 months, 3 months)', 'duration', 'sd-0', 15.2, 'normal(10 months, 5 months)'],
    ['normal(10 months, 3 months)', 'duration', 'sd-0', 2, 'normal(10 months, 1 month)'],
    ['lognormal(5, 9) months', 'duration', 'p5-0', -4, 'lognormal(1, 9) months'],
    ['uniform(2026-07, 2027-06)', 'date', 'high-0', 20.4, 'uniform(2026-07, 2027-12)'],
    ['beta(2, 6, 0, 20) months', 'duration', 'balance', 10, 'beta(4, 4, 0, 20) months'],
    ['oneof(4: 1, 8: 3) months', 'duration', 'value-1', 20, 'oneof(4: 1, 20: 3) months'],
    ['5 to 9 months, at most 10 months', 'duration', 'at-most-0', 12, '5 to 9 months, at most 12 months'],
  ])('pulling %s (%s) at %s to %f writes %s', (text, dimension, id, to, expected) => {
    expect(pull(text, dimension, id, to, 40)).toBe(expected);
  });

  it('has nothing to take hold of where there is one value, a chance or only reports', () => {
    expect(handlesOf('5 GW', 'power', 10)).toEqual([]);
    expect(handlesOf('chance(30 %)', 'probability', 1)).toEqual([]);
    expect(handlesOf('reported', 'power', 1)).toEqual([]);
  });
});
