import { unreachable } from '#shared/base/assert.ts';
import type { Distribution } from '../plan/distribution.ts';

/** Returns what is wrong with the parameters of a distribution as a sentence without its subject, or null. */
export function distributionFault(distribution: Distribution): string | null {
  return parameterFault(distribution) ?? boundsFault(distribution);
}

function parameterFault(distribution: Distribution): string | null {
  switch (distribution.kind) {
    case 'constant':
      return finite('value', distribution.value);
    case 'normal':
      return finite('mean', distribution.mean) ?? spread('sd', distribution.sd);
    case 'lognormal':
      return finite('mu', distribution.mu) ?? spread('sigma', distribution.sigma);
    case 'uniform':
      return range(distribution);
    case 'triangular':
    case 'pert':
      return range(distribution) ?? mode(distribution);
    case 'beta':
      return range(distribution) ?? shape('alpha', distribution.alpha) ?? shape('beta', distribution.beta);
    case 'discrete':
      return discrete(distribution.values, distribution.weights);
    default:
      return unreachable(distribution);
  }
}

function boundsFault(distribution: Distribution): string | null {
  if (distribution.kind === 'constant' || distribution.kind === 'discrete') return null;
  const { atLeast, atMost } = distribution;
  if (Number.isNaN(atLeast) || Number.isNaN(atMost))
    return 'has a bound that is not a number; state one or leave it out';
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) {
    return `has a lower bound of ${atLeast} above its upper bound of ${atMost}; exchange them`;
  }
  return null;
}

function finite(field: string, value: number): string | null {
  return Number.isFinite(value) ? null : `has ${field} ${value}; a finite number is expected`;
}

function spread(field: string, value: number): string | null {
  if (Number.isFinite(value) && value >= 0) return null;
  return `has ${field} ${value}; a number of at least 0 is expected`;
}

function shape(field: string, value: number): string | null {
  if (Number.isFinite(value) && value > 0) return null;
  return `has ${field} ${value}; a number above 0 is expected`;
}

function range({ low, high }: { readonly low: number; readonly high: number }): string | null {
  const fault = finite('low', low) ?? finite('high', high);
  if (fault !== null || low <= high) return fault;
  return `has low ${low} above high ${high}; exchange them`;
}

function mode(of: { readonly low: number; readonly mode: number; readonly high: number }): string | null {
  if (of.mode >= of.low && of.mode <= of.high) return null;
  return `has mode ${of.mode}; a number between low ${of.low} and high ${of.high} is expected`;
}

function discrete(values: readonly number[], weights: readonly number[]): string | null {
  if (values.length !== weights.length) {
    return `has ${values.length} values but ${weights.length} weights; one weight for each value is expected`;
  }
  for (const value of values) {
    const fault = finite('value', value);
    if (fault !== null) return fault;
  }
  const bad = weights.find((weight) => !(Number.isFinite(weight) && weight >= 0));
  if (bad !== undefined) return `has weight ${bad}; a number of at least 0 is expected`;
  return weights.some((weight) => weight > 0)
    ? null
    : 'has no weight above 0; give at least one value a weight';
}
