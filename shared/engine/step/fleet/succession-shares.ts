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
  const later = mix.later.map((takeOver, i) => ({
    available: available[i + 1],
    curve: takeOverCurve(block, takeOver.curve),
    taken: block.cell(),
  }));
  const raw = [mix.first, ...mix.later].map(() => block.cell());
  return {
    raw,
    fill: (m) => {
      raw[0].fill(1);
      for (let i = 0; i < later.length; i += 1) {
        const { available: from, curve, taken } = later[i];
        const older = raw[i];
        const newer = raw[i + 1];
        curve(m + 1, taken);
        for (let l = 0; l < lanes; l += 1) {
          const reached = older[l];
          const share = m >= from[l] ? taken[l] : 0;
          newer[l] = reached * share;
          older[l] = reached * (1 - share);
        }
      }
    },
  };
}

/** Writes how far a take-over has come, 0…1, at a time in months since the start. */
type TakeOverCurve = (time: number, out: Lanes) => void;

function takeOverCurve(block: Block, curve: TakeOver['curve']): TakeOverCurve {
  const { lanes } = block;
  switch (curve.kind) {
    case 'logistic': {
      const midpoint = block.input(curve.midpoint);
      const takeover = block.input(curve.takeoverMonths);
      return (time, out) => {
        for (let l = 0; l < lanes; l += 1) {
          const ahead = midpoint[l] - time;
          if (takeover[l] > 0) out[l] = 1 / (1 + Math.exp((ahead * tenToNinety) / takeover[l]));
          else out[l] = ahead <= 0 ? 1 : 0;
        }
      };
    }
    case 'bass': {
      const launch = block.input(curve.launch);
      const p = block.input(curve.pPerYear);
      const q = block.input(curve.qPerYear);
      return (time, out) => {
        for (let l = 0; l < lanes; l += 1) out[l] = bassShare((time - launch[l]) / 12, p[l], q[l]);
      };
    }
    default:
      return unreachable(curve);
  }
}

/** Steepness of a logistic that needs one unit of time from 10 % to 90 %: 2 ln 9. */
const tenToNinety = 2 * Math.log(9);
