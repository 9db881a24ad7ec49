/**
 * How one uncertain input is distributed, in the fixed units of the plan.
 *
 * `bounds` truncates: the distribution is conditioned on lying inside, so the percentiles are those of the
 * truncated law. Every kind has a quantile function; the central path of the model is the quantile at 0.5.
 */
export type Distribution =
  | { readonly kind: 'constant'; readonly value: number }
  | Bounded<{ readonly kind: 'normal'; readonly mean: number; readonly sd: number }>
  | Bounded<{ readonly kind: 'lognormal'; readonly mu: number; readonly sigma: number }>
  | Bounded<{ readonly kind: 'uniform'; readonly low: number; readonly high: number }>
  | Bounded<{
      readonly kind: 'triangular';
      readonly low: number;
      readonly mode: number;
      readonly high: number;
    }>
  | Bounded<{ readonly kind: 'pert'; readonly low: number; readonly mode: number; readonly high: number }>
  | Bounded<{
      readonly kind: 'beta';
      readonly alpha: number;
      readonly beta: number;
      readonly low: number;
      readonly high: number;
    }>
  | { readonly kind: 'discrete'; readonly values: readonly number[]; readonly weights: readonly number[] };

type Bounded<T> = T & { readonly atLeast?: number; readonly atMost?: number };
