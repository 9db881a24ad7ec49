import type { Block, Lanes } from '../../block/block.ts';
import type { MixPlan } from '../../plan/deal.ts';
import type { StatedShares } from './stated-shares.ts';
import { takenShare } from './take-over.ts';

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
  const later = mix.later.map((takeOver, i) => ({
    available: available[i + 1],
    taken: takenShare(block, takeOver),
  }));
  const raw = [mix.first, ...mix.later].map(() => block.cell());
  return {
    raw,
    fill: (m) => {
      raw[0].fill(1);
      for (let i = 0; i < later.length; i += 1) {
        const { available: from, taken } = later[i];
        handOver(raw[i], raw[i + 1], taken, from, m);
      }
    },
  };
}

/** Splits what has reached a generation between it and the next, which must be available. */
function handOver(older: Lanes, newer: Lanes, taken: Lanes, from: Lanes, month: number): void {
  for (let l = 0; l < older.length; l += 1) {
    const reached = older[l];
    const share = month >= from[l] ? taken[l] : 0;
    newer[l] = reached * share;
    older[l] = reached * (1 - share);
  }
}
