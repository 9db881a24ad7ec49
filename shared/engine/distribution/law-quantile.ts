import { baseQuantile } from './base-law.ts';
import type { DiscreteLaw, Law } from './law.ts';

/**
 * Returns the value of a law at a probability given as its two tails (`lower` + `upper` = 1, both > 0), in its units.
 * Error below 1e-12 of the distance from the nearer end of the law, or of its spread where it has no end. Truncated laws are
 * conditioned on their window.
 */
export function lawQuantile(law: Law, lower: number, upper: number): number {
  switch (law.kind) {
    case 'constant':
      return law.value;
    case 'uniform':
      return law.low + lower * (law.high - law.low);
    case 'discrete':
      return discreteQuantile(law, lower);
    default: {
      const { window } = law;
      if (window === null) return baseQuantile(law, lower, upper);
      const below = window.below + lower * window.inside;
      const above = window.above + upper * window.inside;
      const value = baseQuantile(law, below, above);
      return Math.min(window.atMost, Math.max(window.atLeast, value));
    }
  }
}

/** Returns the smallest value whose cumulative probability reaches `lower`. */
export function discreteQuantile(law: DiscreteLaw, lower: number): number {
  const { values, cumulative } = law;
  let first = 0;
  let last = values.length - 1;
  while (first < last) {
    const middle = (first + last) >> 1;
    if (cumulative[middle] < lower) first = middle + 1;
    else last = middle;
  }
  return values[first];
}
