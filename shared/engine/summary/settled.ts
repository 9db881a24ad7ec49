import type { Bands } from './bands.ts';

/** A figure on screen: the bands of a measure at a month. */
export interface HeadlineFigure {
  readonly bands: Bands;
  readonly month: number;
}

/**
 * Returns the largest relative sampling error among the headline figures: of the mean and of the 5th, 50th and 95th
 * percentile, each against its own size or the width of the band from the 5th to the 95th, whichever is larger, since an error
 * small against the band cannot be seen. 0 where nothing differs between draws, Infinity where the error is not known yet.
 */
export function worstRelativeError(figures: readonly HeadlineFigure[]): number {
  let worst = 0;
  for (const { bands, month } of figures) {
    if (!(bands.answered[month] > 0)) continue;
    const width = bands.p95[month] - bands.p5[month];
    const relative = (value: Float64Array, error: Float64Array): number => {
      if (Number.isNaN(error[month])) return Number.POSITIVE_INFINITY;
      return error[month] === 0 ? 0 : error[month] / Math.max(Math.abs(value[month]), width);
    };
    worst = Math.max(
      worst,
      relative(bands.mean, bands.standardError),
      relative(bands.p5, bands.p5Error),
      relative(bands.p50, bands.medianError),
      relative(bands.p95, bands.p95Error),
    );
  }
  return worst;
}

/** Fewer draws than this never count as settled: with less than eight in each replicate the error itself is too vague. */
export const FEWEST_SETTLED_DRAWS = 256;

/** Tells whether a run may stop: `settleAt` is a relative error such as 0.005, or 0 to make all draws. */
export function isSettled(figures: readonly HeadlineFigure[], done: number, settleAt: number): boolean {
  return settleAt > 0 && done >= FEWEST_SETTLED_DRAWS && worstRelativeError(figures) <= settleAt;
}
