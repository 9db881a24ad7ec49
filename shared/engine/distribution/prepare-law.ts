import { unreachable } from '#shared/base/assert.ts';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Distribution } from '../plan/distribution.ts';
import { baseTails } from './base-law.ts';
import { distributionFault } from './distribution-fault.ts';
import type { BaseLaw, Law } from './law.ts';
import { windowBetween } from './window.ts';

/**
 * Checks a distribution and makes it ready for drawing. The error is a sentence that names the field, the value met and
 * what is expected.
 *
 * PERT is the beta law with shapes 1 + 4 (mode - low) / (high - low) and 1 + 4 (high - mode) / (high - low).
 * A law without spread becomes a constant. A truncated uniform law becomes the narrower uniform law.
 */
export function prepareLaw(distribution: Distribution): Outcome<Law, string> {
  const fault = distributionFault(distribution);
  if (fault !== null) return fail(fault);
  switch (distribution.kind) {
    case 'constant':
      return ok(distribution);
    case 'discrete':
      return ok(prepareDiscrete(distribution.values, distribution.weights));
    case 'uniform':
      return prepareUniform(distribution);
    case 'normal': {
      const { mean, sd } = distribution;
      return truncate(distribution, sd === 0 ? mean : { kind: 'normal', mean, sd });
    }
    case 'lognormal': {
      const { mu, sigma } = distribution;
      return truncate(distribution, sigma === 0 ? Math.exp(mu) : { kind: 'lognormal', mu, sigma });
    }
    case 'triangular': {
      const { low, mode, high } = distribution;
      return truncate(distribution, low === high ? low : { kind: 'triangular', low, mode, high });
    }
    case 'pert': {
      const { low, mode, high } = distribution;
      if (low === high) return truncate(distribution, low);
      const alpha = 1 + (4 * (mode - low)) / (high - low);
      const beta = 1 + (4 * (high - mode)) / (high - low);
      return truncate(distribution, { kind: 'beta', alpha, beta, low, high });
    }
    case 'beta': {
      const { alpha, beta, low, high } = distribution;
      return truncate(distribution, low === high ? low : { kind: 'beta', alpha, beta, low, high });
    }
    default:
      return unreachable(distribution);
  }
}

interface Bounds {
  readonly atLeast?: number;
  readonly atMost?: number;
}

function truncate(bounds: Bounds, law: BaseLaw | number): Outcome<Law, string> {
  const atLeast = bounds.atLeast ?? Number.NEGATIVE_INFINITY;
  const atMost = bounds.atMost ?? Number.POSITIVE_INFINITY;
  if (typeof law === 'number') {
    return law < atLeast || law > atMost ? fail(emptyWindow(bounds)) : ok({ kind: 'constant', value: law });
  }
  const low = baseTails(law, atLeast);
  const high = baseTails(law, atMost);
  if (low.lower === 0 && high.upper === 0) return ok({ ...law, window: null });
  const window = windowBetween(atLeast, atMost, low, high);
  return window === null ? fail(emptyWindow(bounds)) : ok({ ...law, window });
}

function prepareUniform(
  distribution: Bounds & { readonly low: number; readonly high: number },
): Outcome<Law, string> {
  const low = Math.max(distribution.low, distribution.atLeast ?? Number.NEGATIVE_INFINITY);
  const high = Math.min(distribution.high, distribution.atMost ?? Number.POSITIVE_INFINITY);
  if (low > high) return fail(emptyWindow(distribution));
  if (low === high) return ok({ kind: 'constant', value: low });
  return ok({ kind: 'uniform', low, high });
}

/** A share of a rounding error, so that sums of weights such as 0.1 reach the probability they stand for. */
const ROUNDING = 1 + 1e-15;

function prepareDiscrete(values: readonly number[], weights: readonly number[]): Law {
  const order = values.map((_, index) => index).filter((index) => weights[index] > 0);
  order.sort((one, two) => values[one] - values[two]);
  const total = order.reduce((sum, index) => sum + weights[index], 0);
  const cumulative = new Float64Array(order.length);
  let reached = 0;
  order.forEach((index, place) => {
    reached += weights[index];
    cumulative[place] = Math.min(1, (reached / total) * ROUNDING);
  });
  cumulative[order.length - 1] = 1;
  return { kind: 'discrete', values: Float64Array.from(order, (index) => values[index]), cumulative };
}

function emptyWindow(bounds: Bounds): string {
  const parts = [];
  if (bounds.atLeast !== undefined) parts.push(`at least ${bounds.atLeast}`);
  if (bounds.atMost !== undefined) parts.push(`at most ${bounds.atMost}`);
  return `has no probability where it is ${parts.join(' and ')}; widen the bounds or move the distribution`;
}
