import type { Window } from './window.ts';

/**
 * A distribution made ready for drawing: checked, degenerate cases turned into constants, truncation turned into a window
 * of probability, PERT turned into the beta law it is. Made by `prepareLaw`; structured-cloneable.
 */
export type Law =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | DiscreteLaw
  | Truncatable<NormalLaw>
  | Truncatable<LognormalLaw>
  | Truncatable<TriangularLaw>
  | Truncatable<BetaLaw>;

export interface NormalLaw {
  readonly kind: 'normal';
  readonly mean: number;
  readonly sd: number;
}

export interface LognormalLaw {
  readonly kind: 'lognormal';
  readonly mu: number;
  readonly sigma: number;
}

export interface TriangularLaw {
  readonly kind: 'triangular';
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

/** A beta law with shapes `alpha`, `beta` stretched over `low`…`high`. */
export interface BetaLaw {
  readonly kind: 'beta';
  readonly alpha: number;
  readonly beta: number;
  readonly low: number;
  readonly high: number;
}

/** Values in increasing order, with the probability of being at most each; the last is 1. */
export interface DiscreteLaw {
  readonly kind: 'discrete';
  readonly values: Float64Array;
  readonly cumulative: Float64Array;
}

export type BaseLaw = NormalLaw | LognormalLaw | TriangularLaw | BetaLaw;

/** Null where the whole law is meant. */
export type Truncatable<T> = T & { readonly window: Window | null };
