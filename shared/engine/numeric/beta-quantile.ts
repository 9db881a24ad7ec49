import { betaFraction, isBelowTurn, logBetaKernel } from './incomplete-beta.ts';
import { logGamma } from './log-gamma.ts';

/**
 * Returns the quantile of a beta law on (0, 1) as its log-odds ln(x / (1 - x)), for a probability given as its two tails
 * (`lower` + `upper` = 1, both > 0). Log-odds keep full relative precision at both ends. Absolute error about 1e-14.
 *
 * In log-odds the law has a log-concave density, so the logarithm of either tail is concave and Newton's method
 * converges from any start without overshooting twice.
 */
export function betaLogOdds(a: number, b: number, lower: number, upper: number): number {
  return lower <= upper ? solveLowerTail(a, b, lower) : -solveLowerTail(b, a, upper);
}

/** Returns x = 1 / (1 + e^-t) for log-odds t. */
export function fromLogOdds(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

const MOST_STEPS = 200;

/** Log-odds below which the tail is its leading term x^a / (a B(a, b)) to the last digit. */
const DEEP = -600;

function solveLowerTail(a: number, b: number, probability: number): number {
  const target = Math.log(probability);
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  const byLeadingTerm = (target + Math.log(a) + logBeta) / a;
  if (byLeadingTerm < DEEP) return byLeadingTerm;
  let logOdds = Math.min(byLeadingTerm, Math.log(a / b));
  for (let step = 0; step < MOST_STEPS; step++) {
    const x = fromLogOdds(logOdds);
    const y = fromLogOdds(-logOdds);
    const logKernel = logBetaKernel(a, b, x, y);
    let move: number;
    if (isBelowTurn(a, b, x)) {
      const fraction = betaFraction(a, b, x);
      move = ((target - logKernel + Math.log(a / fraction)) * fraction) / a;
    } else {
      const kernel = Math.exp(logKernel);
      const tail = 1 - (kernel / b) * betaFraction(b, a, y);
      move = ((target - Math.log(tail)) * tail) / kernel;
    }
    logOdds += move;
    // What is left after a move this small is of the order of its square.
    if (Math.abs(move) <= 1e-9 * Math.max(1, Math.abs(logOdds))) break;
  }
  return logOdds;
}
