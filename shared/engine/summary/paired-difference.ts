import { invariant } from '#shared/base/assert.ts';
import { createSampleStore, type SampleStore } from '../sample-store.ts';

/**
 * Returns the draw-by-draw difference `changed` - `base` of two stores of equal layout as a store of its own, to be summarised
 * like any other: because draws are paired, what both share cancels and the sampling error is that of the difference. NaN where
 * either has no answer. Checks: 1 where only `changed` breaks it, -1 where only `base` does, 0 where they agree.
 */
export function pairedDifference(
  changed: SampleStore,
  base: SampleStore,
  buffer?: ArrayBufferLike,
): SampleStore {
  invariant(
    changed.values.length === base.values.length &&
      changed.months === base.months &&
      changed.checks === base.checks &&
      changed.firstDraw === base.firstDraw,
    'paired stores have the same layout',
  );
  const { measures, months, checks, firstDraw, draws } = base;
  const difference = createSampleStore({ measures, months, checks, firstDraw, draws }, buffer);
  for (let at = 0; at < base.values.length; at++) {
    difference.values[at] = changed.values[at] - base.values[at];
  }
  for (let at = 0; at < base.firstBroken.length; at++) {
    difference.firstBroken[at] = Number(changed.firstBroken[at] >= 0) - Number(base.firstBroken[at] >= 0);
  }
  return difference;
}
