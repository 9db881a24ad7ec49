import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasureKind, Series } from '#shared/engine/projection.ts';
import { keepsBands, rollUp } from '#shared/view/roll-up.ts';
import { timeline } from '#shared/view/timeline.ts';

const start = { year: 2026, month: 4 };

function series(
  id: string,
  kind: MeasureKind,
  values: readonly number[],
  quotient?: { of: string; by: string },
): Series {
  const info = {
    id,
    label: id,
    unit: 'USD',
    kind,
    meaning: '',
    formula: '',
    ...(quotient ? { quotient } : {}),
  };
  return { info, values: Float64Array.from(values) };
}

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 });

describe('rollUp', () => {
  it('keeps the total of a flow, however time is cut', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('quarter' as const, 'year' as const), (flow, period) => {
        const rolled = rollUp(
          series('f', 'flow', flow),
          timeline(start, flow.length, period),
          () => undefined,
        );
        const total = (numbers: Iterable<number>) => [...numbers].reduce((sum, one) => sum + one, 0);
        expect(total(rolled)).toBe(total(flow));
      }),
    );
  });

  it('takes a stock at the end of each period', () => {
    const stock = series('s', 'stock', [1, 2, 3, 4, 5, 6]);
    expect([...rollUp(stock, timeline(start, 6, 'quarter'), () => undefined)]).toEqual([3, 6]);
  });

  it('divides a ratio anew from its rolled-up parts instead of averaging it', () => {
    const of = series('of', 'flow', [10, 0, 0]);
    const by = series('by', 'flow', [1, 9, 0]);
    const ratio = series('r', 'ratio', [10, 0, Number.NaN], { of: 'of', by: 'by' });
    const lookup = (id: string) => [of, by].find((one) => one.info.id === id);
    expect([...rollUp(ratio, timeline(start, 3, 'quarter'), lookup)]).toEqual([1]);
  });

  it('gives no answer, not an infinity, for a ratio over nothing', () => {
    const of = series('of', 'flow', [1, 1, 1]);
    const by = series('by', 'flow', [0, 0, 0]);
    const ratio = series('r', 'ratio', [0, 0, 0], { of: 'of', by: 'by' });
    const lookup = (id: string) => [of, by].find((one) => one.info.id === id);
    expect([...rollUp(ratio, timeline(start, 3, 'quarter'), lookup)]).toEqual([Number.NaN]);
  });
});

describe('keepsBands', () => {
  it('refuses percentiles of sums, which are not sums of percentiles', () => {
    const line = timeline(start, 12, 'year');
    expect(keepsBands(series('f', 'flow', [1]).info, line)).toBe(false);
    expect(keepsBands(series('s', 'stock', [1]).info, line)).toBe(true);
    expect(keepsBands(series('f', 'flow', [1]).info, timeline(start, 12, 'month'))).toBe(true);
  });
});
