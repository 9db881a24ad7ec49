import type { Distribution } from './distribution.ts';

/**
 * Index of a number in `Plan.inputs`. Every number of a plan is a slot, so any number may be uncertain; the kernel
 * reads the value of slot `s` in lane `l` of a block as `values[s * lanes + l]`.
 */
export type Slot = number;

/** One number of the plan. The key is the scenario path it came from and names its random stream. */
export interface Input {
  readonly key: string;
  readonly distribution: Distribution;
}

/** A rank correlation (Spearman) between two uncertain inputs, realised by a Gaussian copula. */
export interface Correlation {
  readonly a: Slot;
  readonly b: Slot;
  readonly rank: number;
}

/** How draws are made. */
export interface Sampling {
  readonly method: 'sobol' | 'latin-hypercube' | 'plain';
  readonly draws: number;
  /** Relative sampling error at which a run may stop by itself (0.005 = half a per cent), or 0 to make all draws. */
  readonly settleAt: number;
}

/** A value that changes at dated points: linear between the points, flat before the first and after the last. */
export interface Path {
  /** Months since the start of the scenario, increasing. */
  readonly at: readonly Slot[];
  readonly value: readonly Slot[];
}
