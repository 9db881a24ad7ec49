import { chebyshev } from './chebyshev.ts';

/**
 * Returns the probability that a standard normal variable is at most `score`. Relative error below 1e-13 down to
 * probabilities of 1e-300, in the lower tail as well.
 */
export function normalCdf(score: number): number {
  return score < 0 ? upperTail(-score) : 1 - upperTail(score);
}

/**
 * Returns the probability that a standard normal variable exceeds `score` (any real number), with full relative
 * precision in the upper tail.
 */
export function normalUpperTail(score: number): number {
  return score < 0 ? 1 - upperTail(-score) : upperTail(score);
}

const INVERSE_ROOT_TWO_PI = 0.3989422804014327;
const TURN = 3.5;

/**
 * Chebyshev coefficients of (x + 3.5) · Q(x) / φ(x) in the variable (x - 3.5) / (x + 3.5), where Q is the upper tail and
 * φ the density. Computed for this file at 40 digits by discrete cosine transform over 60 nodes.
 */
const TAIL_OVER_DENSITY = [
  4.550903848063643, -1.6262235755327978, 0.41385197358791387, -0.06797372120677146, 0.004178700146848022,
  0.0009105434156357809, -0.0001890598792425105, -1.3310261064332105e-5, 6.428329098397909e-6,
  3.404224108500272e-7, -2.3462221971172036e-7, -1.8347372427889058e-8, 9.024444345091693e-9,
  1.291263675407285e-9, -3.2440903832657767e-10, -8.856962581439781e-11, 7.684626946585497e-12,
  5.3991998848009494e-12, 2.3262032537607694e-13, -2.674185064379496e-13, -5.072660300936378e-14,
  8.001217901738862e-15, 4.317646859285014e-15, 2.357802445158488e-16, -2.299411813700996e-16,
  -5.780267652771376e-17,
];

function upperTail(score: number): number {
  if (score === Number.POSITIVE_INFINITY) return 0;
  const density = INVERSE_ROOT_TWO_PI * Math.exp(-0.5 * score * score);
  const place = (score - TURN) / (score + TURN);
  return (density * chebyshev(TAIL_OVER_DENSITY, place)) / (score + TURN);
}
