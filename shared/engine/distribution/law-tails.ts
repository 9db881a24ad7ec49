import { baseTails } from './base-law.ts';
import type { DiscreteLaw, Law } from './law.ts';
import type { Tails } from './window.ts';
import { probabilityBetween } from './window.ts';

/**
 * Returns both tails of a law at a value (in its units, may be infinite): the probability of being at most it, and of being
 * more. The inverse of `lawQuantile`; truncated laws are conditioned on their window.
 */
export function lawTails(law: Law, value: number): Tails {
  switch (law.kind) {
    case 'constant':
      return value < law.value ? { lower: 0, upper: 1 } : { lower: 1, upper: 0 };
    case 'uniform': {
      const lower = Math.min(1, Math.max(0, (value - law.low) / (law.high - law.low)));
      return { lower, upper: 1 - lower };
    }
    case 'discrete':
      return discreteTails(law, value);
    default: {
      const { window } = law;
      if (window === null) return baseTails(law, value);
      if (value < window.atLeast) return { lower: 0, upper: 1 };
      if (value >= window.atMost) return { lower: 1, upper: 0 };
      const at = baseTails(law, value);
      const first = { lower: window.below, upper: 1 - window.below };
      const last = { lower: 1 - window.above, upper: window.above };
      return {
        lower: clamped(probabilityBetween(first, at) / window.inside),
        upper: clamped(probabilityBetween(at, last) / window.inside),
      };
    }
  }
}

function discreteTails({ values, cumulative }: DiscreteLaw, value: number): Tails {
  const last = values.findLastIndex((one) => one <= value);
  const lower = last < 0 ? 0 : cumulative[last];
  return { lower, upper: 1 - lower };
}

function clamped(probability: number): number {
  return Math.min(1, Math.max(0, probability));
}
