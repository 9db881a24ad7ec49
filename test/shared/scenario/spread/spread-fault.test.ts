import { describe, expect, it } from 'vitest';
import { parseQuantity } from '#shared/scenario/quantity/parse-quantity.ts';
import type { Dimension } from '#shared/scenario/quantity/quantity.ts';
import { readSpread } from '#shared/scenario/spread/read-spread.ts';
import { faultyParameter } from '#shared/scenario/spread/spread-fault.ts';

const start = { year: 2026, month: 4 };

/** The number a fault is put beside, where `changed` was the last to be changed. */
function blamed(text: string, dimension: Dimension, changed: string | null): string | undefined {
  const range = { min: 0, max: 1e6 };
  const spread = readSpread(text, dimension, start);
  const parsed = parseQuantity(text, dimension, { start, range });
  if (spread === null || parsed.ok) throw new Error(`${text} is no fault`);
  const last = spread.parameters.find(({ key }) => key === changed) ?? null;
  return faultyParameter(spread, parsed.error, last)?.key;
}

describe('faultyParameter', () => {
  it('is the number that was changed where the numbers contradict one another', () => {
    expect(blamed('pert(0, 30, 18) months', 'duration', 'mode')).toBe('mode');
    expect(blamed('pert(0, 30, 18) months', 'duration', 'high')).toBe('high');
    expect(blamed('9 to 5 GW', 'power', 'p95')).toBe('p95');
    expect(blamed('uniform(2000000, 3000000) MW', 'power', 'low')).toBe('low');
  });

  it('is the number the fault points at where it points at one', () => {
    expect(blamed('5 to 9 GW, at least 4 GW, at most 3 GW', 'power', 'p5')).toBe('at-most');
  });

  it('is the first where nobody changed any', () => {
    expect(blamed('pert(0, 30, 18) months', 'duration', null)).toBe('low');
  });
});
