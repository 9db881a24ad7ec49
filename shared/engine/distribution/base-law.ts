import { unreachable } from '#shared/base/assert.ts';
import { betaLogOdds } from '../numeric/beta-quantile.ts';
import { incompleteBeta } from '../numeric/incomplete-beta.ts';
import { normalCdf, normalUpperTail } from '../numeric/normal-cdf.ts';
import { probitOfTails } from '../numeric/probit.ts';
import type { BaseLaw, BetaLaw, TriangularLaw } from './law.ts';
import type { Tails } from './window.ts';

/** Returns the value of a law without truncation at a probability given as its two tails (both > 0, sum 1). */
export function baseQuantile(law: BaseLaw, lower: number, upper: number): number {
  switch (law.kind) {
    case 'normal':
      return law.mean + law.sd * probitOfTails(lower, upper);
    case 'lognormal':
      return Math.exp(law.mu + law.sigma * probitOfTails(lower, upper));
    case 'triangular':
      return triangularQuantile(law, lower, upper);
    case 'beta':
      return stretch(law, betaLogOdds(law.alpha, law.beta, lower, upper));
    default:
      return unreachable(law);
  }
}

/** Returns both tails of a law without truncation at a value; the value may be infinite. */
export function baseTails(law: BaseLaw, value: number): Tails {
  switch (law.kind) {
    case 'normal':
      return normalTails((value - law.mean) / law.sd);
    case 'lognormal':
      return value <= 0 ? { lower: 0, upper: 1 } : normalTails((Math.log(value) - law.mu) / law.sigma);
    case 'triangular':
      return triangularTails(law, value);
    case 'beta':
      return betaTails(law, value);
    default:
      return unreachable(law);
  }
}

/** Returns the value of a stretched beta law at given log-odds, measured from the nearer end. */
export function stretch(law: { readonly low: number; readonly high: number }, logOdds: number): number {
  const width = law.high - law.low;
  return logOdds < 0
    ? law.low + width / (1 + Math.exp(-logOdds))
    : law.high - width / (1 + Math.exp(logOdds));
}

/**
 * Returns the value of a triangular law at a probability given as its two tails, measured from the end whose tail is the
 * smaller one.
 */
export function triangularQuantile(law: TriangularLaw, lower: number, upper: number): number {
  const rise = law.mode - law.low;
  const fall = law.high - law.mode;
  return lower < upper
    ? law.low + fromEnd(lower * (rise + fall), rise, fall)
    : law.high - fromEnd(upper * (rise + fall), fall, rise);
}

/** Distance from the end of a triangle at which `area` (tail times width) is reached; `near` is the side at that end. */
function fromEnd(area: number, near: number, far: number): number {
  if (area < near) return Math.sqrt(area * near);
  const beyond = area - near;
  return near + (beyond * far) / (far + Math.sqrt(Math.max(0, far * (far - beyond))));
}

function normalTails(score: number): Tails {
  return { lower: normalCdf(score), upper: normalUpperTail(score) };
}

function triangularTails(law: TriangularLaw, value: number): Tails {
  if (value <= law.low) return { lower: 0, upper: 1 };
  if (value >= law.high) return { lower: 1, upper: 0 };
  const width = law.high - law.low;
  if (value < law.mode) {
    const lower = (value - law.low) ** 2 / (width * (law.mode - law.low));
    return { lower, upper: 1 - lower };
  }
  const upper = (law.high - value) ** 2 / (width * (law.high - law.mode));
  return { lower: 1 - upper, upper };
}

function betaTails(law: BetaLaw, value: number): Tails {
  if (value <= law.low) return { lower: 0, upper: 1 };
  if (value >= law.high) return { lower: 1, upper: 0 };
  const x = (value - law.low) / (law.high - law.low);
  const y = (law.high - value) / (law.high - law.low);
  return {
    lower: incompleteBeta(law.alpha, law.beta, x, y),
    upper: incompleteBeta(law.beta, law.alpha, y, x),
  };
}
