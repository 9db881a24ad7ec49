import type { Block } from '../../block/block.ts';
import type { Slot } from '../../plan/input.ts';
import type { RampCurve } from './cumulative-ramp.ts';

/**
 * Spreads a commitment along a logistic curve, rescaled to run from 0 to 1.
 *
 * Formula: `F(x) = (L(x) − L(0)) / (L(1) − L(0))`, `L(x) = 1 / (1 + e^{−s (x − midpoint)})`. A steepness near 0 is linear.
 */
export function sCurveRamp(block: Block, midpoint: Slot, steepness: Slot): RampCurve {
  const { lanes } = block;
  const middle = block.input(midpoint);
  const slope = block.input(steepness);
  const atStart = block.cell();
  const range = block.cell();
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) {
      atStart[l] = logistic(slope[l] * -middle[l]);
      range[l] = logistic(slope[l] * (1 - middle[l])) - atStart[l];
    }
  });
  return (x, out) => () => {
    for (let l = 0; l < lanes; l += 1) {
      const risen = logistic(slope[l] * (x[l] - middle[l])) - atStart[l];
      out[l] = Math.abs(range[l]) < 1e-9 ? x[l] : risen / range[l];
    }
  };
}

function logistic(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
