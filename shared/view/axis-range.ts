import type { Extent } from './extent.ts';

/** The range of a value axis and the distance between its ticks. */
export interface AxisRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const ticksWanted = 4;
/** Data must fall below this share of the axis before the axis shrinks: typing must not make a chart jump. */
const shrinkBelow = 0.4;
/** The same while percentiles are on their way, which reach further than the central figures alone. */
const shrinkHeldBelow = 0.1;

/** Chooses a range of round numbers around what a chart reaches. */
export function roundRange(extent: Extent): AxisRange {
  const span = extent.max - extent.min;
  if (!(span > 0)) return { min: 0, max: 1, step: 0.25 };
  const step = roundStep(span / ticksWanted);
  return {
    min: Math.floor(extent.min / step + 1e-9) * step,
    max: Math.ceil(extent.max / step - 1e-9) * step,
    step,
  };
}

/**
 * Keeps the range a chart had as long as the data stays within it and fills a fair part of it. Room that percentiles had is kept for
 * those to come: an axis that shrinks without them, for the moment until they are there again, jumps with every key.
 */
export function steadyRange(previous: AxisRange | null, extent: Extent, awaitsBands = false): AxisRange {
  if (previous === null) return roundRange(extent);
  const leaves = extent.max > previous.max || extent.min < previous.min;
  const least = awaitsBands ? shrinkHeldBelow : shrinkBelow;
  const fills = extent.max - extent.min >= least * (previous.max - previous.min);
  return leaves || !fills ? roundRange(extent) : previous;
}

/** Rounds a step up to 1, 2, 2.5 or 5 times a power of ten. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 2.5, 5, 10].find((one) => step <= one * power * (1 + 1e-9)) ?? 10;
  return factor * power;
}
