import type { Law } from '../distribution/law.ts';
import { lawQuantile } from '../distribution/law-quantile.ts';
import type { Slot } from '../plan/input.ts';
import type { Sampler } from '../random/sampler.ts';
import type { EvaluatePoints, Point } from './figure.ts';

/** What one input does to the figures when it alone moves from its 10th to its 90th percentile. */
export interface TornadoBar {
  readonly slot: Slot;
  readonly key: string;
  /** The two values of the input. */
  readonly p10: number;
  readonly p90: number;
  /** The figures there, in the order asked for. */
  readonly atP10: Float64Array;
  readonly atP90: Float64Array;
}

/** Returns the 10th and the 90th percentile of a law, in its units: the ends between which one input is moved alone. */
export function percentileEnds(law: Law): { readonly p10: number; readonly p90: number } {
  return { p10: lawQuantile(law, 0.1, 0.9), p90: lawQuantile(law, 0.9, 0.1) };
}

/** All bars around the central figures. */
export interface Tornado {
  readonly central: Float64Array;
  /** In the order of the sampler. */
  readonly bars: readonly TornadoBar[];
}

/**
 * Moves every uncertain input to its 10th and to its 90th percentile, all others at their median, and returns the figures. One
 * evaluation of 2 k + 1 points. Correlations play no part: that is the nature of one at a time.
 */
export function tornado(sampler: Sampler, evaluate: EvaluatePoints): Tornado {
  const ends = sampler.uncertain.map(({ slot, key, drawn }) => ({
    slot,
    key,
    ...percentileEnds(drawn.law),
  }));
  const points: Point[] = [
    [],
    ...ends.flatMap(({ slot, p10, p90 }) => [[{ slot, value: p10 }], [{ slot, value: p90 }]]),
  ];
  const found = evaluate(points);
  const figures = found.length / points.length;
  const at = (point: number) =>
    Float64Array.from({ length: figures }, (_, figure) => found[figure * points.length + point]);
  return {
    central: at(0),
    bars: ends.map((end, index) => ({ ...end, atP10: at(1 + 2 * index), atP90: at(2 + 2 * index) })),
  };
}

/** Returns the bars by decreasing swing of one figure; bars without an answer come last. */
export function bySwing(bars: readonly TornadoBar[], figure: number): TornadoBar[] {
  const swing = (bar: TornadoBar) => {
    const size = Math.abs(bar.atP90[figure] - bar.atP10[figure]);
    return Number.isNaN(size) ? -1 : size;
  };
  return [...bars].sort((one, two) => swing(two) - swing(one) || (one.key < two.key ? -1 : 1));
}
