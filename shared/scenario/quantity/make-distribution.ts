import type { Outcome } from '#shared/base/outcome.ts';
import { fail, ok } from '#shared/base/outcome.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';

/** Standard score of the 95th percentile: half of a 90 % interval. */
const z95 = 1.6448536269514722;

/** A distribution, or the rule its parameters break. */
type Made = Outcome<Distribution, string>;

/**
 * Makes the distribution whose 5th and 95th percentile are the two ends: lognormal where both are positive and the
 * quantity has a true zero, normal otherwise.
 */
export function interval(low: number, high: number, hasTrueZero: boolean): Made {
  if (low === high) return fail('both ends are the same; write the one value');
  if (low > high) return fail('the lower end is above the upper end; write the smaller one first');
  return low > 0 && hasTrueZero ? lognormal(low, high) : normal((low + high) / 2, (high - low) / (2 * z95));
}

/** Makes a normal distribution from mean and standard deviation. */
export function normal(mean: number, sd: number): Made {
  return sd > 0 ? ok({ kind: 'normal', mean, sd }) : fail('the standard deviation must be more than 0');
}

/** Makes a lognormal distribution from its 5th and 95th percentile. */
export function lognormal(p5: number, p95: number): Made {
  if (p5 <= 0) return fail('the 5th percentile of a lognormal must be more than 0');
  if (p5 >= p95) return fail('the 5th percentile must be below the 95th');
  const mu = (Math.log(p5) + Math.log(p95)) / 2;
  return ok({ kind: 'lognormal', mu, sigma: (Math.log(p95) - Math.log(p5)) / (2 * z95) });
}

/** Makes a uniform distribution between two ends. */
export function uniform(low: number, high: number): Made {
  return low < high ? ok({ kind: 'uniform', low, high }) : fail('the lower end must be below the upper end');
}

/** Makes a triangular or PERT distribution from its lowest, likeliest and highest value. */
export function threePoint(kind: 'triangular' | 'pert', low: number, mode: number, high: number): Made {
  if (!(low < high)) return fail('the lowest value must be below the highest');
  if (mode < low || mode > high)
    return fail('the likeliest value must lie between the lowest and the highest');
  return ok({ kind, low, mode, high });
}

/** Makes a beta distribution stretched between two ends. */
export function beta(alpha: number, b: number, low: number, high: number): Made {
  if (!(alpha > 0 && b > 0)) return fail('the two shape numbers must be more than 0');
  if (!(low < high)) return fail('the lower end must be below the upper end');
  return ok({ kind: 'beta', alpha, beta: b, low, high });
}

/** Makes a choice among values with relative weights: sorted, equal values joined, weights summing to 1. */
export function choice(values: readonly number[], weights: readonly number[]): Made {
  if (weights.some((weight) => !(weight >= 0))) return fail('a weight cannot be negative');
  const byValue = new Map<number, number>();
  values.forEach((value, i) => {
    byValue.set(value, (byValue.get(value) ?? 0) + (weights[i] ?? 0));
  });
  const kept = [...byValue].filter(([, weight]) => weight > 0).sort(([a], [b]) => a - b);
  const total = kept.reduce((sum, [, weight]) => sum + weight, 0);
  if (!(total > 0)) return fail('at least one weight must be more than 0');
  if (!Number.isFinite(total)) return fail('the weights are too large');
  return ok({
    kind: 'discrete',
    values: kept.map(([value]) => value),
    weights: kept.map(([, weight]) => weight / total),
  });
}

/** Makes an event: 1 with the given probability, else 0. A certain one is a constant. */
export function chance(probability: number): Made {
  if (!(probability >= 0 && probability <= 1)) return fail('a probability lies between 0 % and 100 %');
  if (probability === 0 || probability === 1) return ok({ kind: 'constant', value: probability });
  return ok({ kind: 'discrete', values: [0, 1], weights: [1 - probability, probability] });
}
