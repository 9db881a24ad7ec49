import type { Block, Lanes } from '../../block/block.ts';
import type { Slot } from '../../plan/input.ts';
import type { RampCurve } from './cumulative-ramp.ts';

/**
 * Spreads a commitment so that the yearly pace grows by a constant rate.
 *
 * Formula: `F(x) = ((1+g)^{xT} − 1) / ((1+g)^T − 1)`, `T` the term in years; linear for a rate of (nearly) 0.
 */
export function growthRamp(block: Block, perYear: Slot, termMonths: Lanes): RampCurve {
  const { lanes } = block;
  const rate = block.input(perYear);
  const logOverTerm = block.cell();
  const range = block.cell();
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) {
      logOverTerm[l] = Math.log1p(Math.max(rate[l], leastGrowth)) * (termMonths[l] / 12);
      range[l] = Math.expm1(logOverTerm[l]);
    }
  });
  return (x, out) => () => {
    for (let l = 0; l < lanes; l += 1) {
      out[l] = Math.abs(rate[l]) < 1e-9 ? x[l] : Math.expm1(x[l] * logOverTerm[l]) / range[l];
    }
  };
}

/** A pace cannot fall by all of itself: the curve would have no end. */
const leastGrowth = -0.999999;
