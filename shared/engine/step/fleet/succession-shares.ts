import type { Block, Lanes } from '../../block/block.ts';
import { handOver } from '../../loops/fleet.ts';
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
  const raw = [mix.first, ...mix.later].map(() => block.cell());
  const [oldest] = raw;
  const handOvers = mix.later.map((takeOver, i) =>
    block.loop(handOver, raw[i], raw[i + 1], takenShare(block, takeOver), available[i + 1]),
  );
  return {
    raw,
    fill: (m) => {
      oldest.fill(1);
      for (let i = 0; i < handOvers.length; i += 1) handOvers[i](m);
    },
  };
}
