import { describe, expect, it } from 'vitest';
import { actualsFan } from '#shared/view/analysis/actuals-fan.ts';
import type { ActualsResult } from '#shared/view/analysis/answers.ts';

const about = {
  info: {
    id: 'spend.billed.cumulative',
    label: 'billed spend so far',
    unit: 'USD',
    kind: 'stock',
    meaning: '',
    formula: '',
  },
  start: { year: 2026, month: 4 },
} as const;

type Band = ActualsResult['bands'][number];

/** A band of two months that ends with the given 5th and 95th percentile. */
function band(low: number, high: number): Band {
  const column = (end: number) => Float64Array.of(0, end);
  const middle = (low + high) / 2;
  const error = column(1e7);
  return {
    id: about.info.id,
    ...{ p5: column(low), p25: column(low), p50: column(middle), p75: column(high), p95: column(high) },
    ...{ mean: column(middle), standardError: error, p5Error: error, p25Error: error, medianError: error },
    ...{ p75Error: error, p95Error: error, answered: column(1) },
  };
}

function result(before: Band, after: Band | null): ActualsResult {
  return {
    observations: [],
    draws: 1000,
    effectiveDraws: 400,
    refusal: after === null ? 'collapsed' : null,
    before: [before],
    bands: after === null ? [] : [after],
  };
}

describe('the fans before and after weighting', () => {
  it('share one unit and say by how much the middle narrows or widens', () => {
    const narrow = actualsFan(about, result(band(1e9, 5e9), band(2e9, 4e9)), [{ month: 1, value: 3e9 }]);
    expect(narrow?.finding).toMatch(
      /the middle 90 % narrows by 50\u202f%, from \$1\.00–5\.00B to \$2\.00–4\.00B$/,
    );
    expect([narrow?.before.p95[1], narrow?.after?.p95[1], narrow?.unit.label]).toEqual([5, 4, '$B']);
    expect(narrow?.observed).toEqual([{ month: 1, value: 3 }]);
    const wide = actualsFan(about, result(band(2e9, 4e9), band(1e9, 5e9)), []);
    expect(wide?.finding).toMatch(/widens by 100\u202f%/);
    const same = actualsFan(about, result(band(2e9, 4e9), band(2.01e9, 4e9)), []);
    expect(same?.finding).not.toMatch(/narrows|widens/);
  });

  it('are one where too few draws fit, and none of a measure without percentiles', () => {
    const alone = actualsFan(about, result(band(1e9, 5e9), null), []);
    expect(alone?.after).toBeNull();
    expect(alone?.finding).toMatch(/nine draws in ten lie within/);
    const other = { ...about, info: { ...about.info, id: 'energy' } };
    expect(actualsFan(other, result(band(1e9, 5e9), null), [])).toBeNull();
  });
});
