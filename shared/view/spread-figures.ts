import { mean } from '#shared/engine/distribution/mean.ts';
import { quantile } from '#shared/engine/distribution/quantile.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';

/** What a distribution says in four numbers. */
export interface SpreadFigures {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly mean: number;
}

/** Finds the percentiles and the mean of a distribution, in its units. */
export function spreadFigures(distribution: Distribution): SpreadFigures {
  if (distribution.kind === 'constant') {
    const { value } = distribution;
    return { p10: value, p50: value, p90: value, mean: value };
  }
  const at = (probability: number) => quantile(distribution, probability);
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9), mean: mean(distribution) };
}
