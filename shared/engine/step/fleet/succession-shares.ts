import { unreachable } from '../../../base/assert.ts';
import type { Block, Lanes } from '../../block/block.ts';
import type { MixPlan, TakeOver } from '../../plan/deal.ts';
import { bassShare } from '../capacity/ramp-shape.ts';
import type { StatedShares } from './stated-shares.ts';

/**
 * Lets each generation take over from the one before it.
 *
 * Formula: `σ_i = (Π_{j ≤ i} F_j) · (1 − F_{i+1})` with `F_first = 1` and nothing after the last, so the shares are not
 * negative and sum to 1. `F` is a Bass curve from the launch, or a logistic that goes from 10 % to 90 % in the take-over
 * time. A generation that is not available has `F = 0`.
 *
 * Source: J. A. Norton, F. M. Bass, A Diffusion Theory Model of Adoption and Substitution for Successive Generations of
 * High-Technology Products, Management Science 33 (1987); logistic substitution: J. C. Fisher, R. H. Pry (1971).
 */
export function successionShares(
  block: Block,
  mix: Extract<MixPlan, { kind: 'succession' }>,
  available: readonly Lanes[],
): StatedShares {
  const { lanes } = block;
  const curves = mix.later.map((takeOver) => takeOverCurve(block, takeOver.curve));
  const raw = [mix.first, ...mix.later].map(() => block.cell());
  return {
    raw,
    fill: (m) => {
      for (let l = 0; l < lanes; l += 1) {
        let reached = 1;
        for (let i = 0; i < curves.length; i += 1) {
          const taken = m >= available[i + 1][l] ? curves[i](l, m + 1) : 0;
          raw[i][l] = reached * (1 - taken);
          reached *= taken;
        }
        raw[curves.length][l] = reached;
      }
    },
  };
}

/** How far a take-over has come, 0…1, at a time in months since the start. */
function takeOverCurve(block: Block, curve: TakeOver['curve']): (lane: number, time: number) => number {
  switch (curve.kind) {
    case 'logistic': {
      const midpoint = block.input(curve.midpoint);
      const takeover = block.input(curve.takeoverMonths);
      return (l, t) => {
        if (takeover[l] <= 0) return t >= midpoint[l] ? 1 : 0;
        return 1 / (1 + Math.exp(((midpoint[l] - t) * tenToNinety) / takeover[l]));
      };
    }
    case 'bass': {
      const launch = block.input(curve.launch);
      const p = block.input(curve.pPerYear);
      const q = block.input(curve.qPerYear);
      return (l, t) => bassShare((t - launch[l]) / 12, p[l], q[l]);
    }
    default:
      return unreachable(curve);
  }
}

/** Steepness of a logistic that needs one unit of time from 10 % to 90 %: 2 ln 9. */
const tenToNinety = 2 * Math.log(9);
