import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan, MixPlan } from '../../plan/deal.ts';
import { generationPrice } from '../price/generation-price.ts';
import { leastPrice } from '../price/least-price.ts';
import { chipValue } from './chip-value.ts';
import type { StatedShares } from './stated-shares.ts';

/**
 * Lets the buyer choose by what a dollar buys, as far as supply reaches.
 *
 * Formula: `σ_g ∝ supply_g · value_g^sensitivity`, `value` effective FLOP/s per USD per chip-hour, divided by the largest
 * (a logit in log value); `supply = clamp((m + 1 − available) / supply ramp, 0, 1)`.
 *
 * Source of the form: D. McFadden, Conditional Logit Analysis of Qualitative Choice Behavior (1974).
 */
export function choiceShares(
  block: Block,
  deal: DealPlan,
  mix: Extract<MixPlan, { kind: 'choice' }>,
  available: readonly Lanes[],
): StatedShares {
  const { lanes, plan } = block;
  const sensitivity = block.input(mix.sensitivity);
  const members = mix.generations.map((index, i) => {
    const generation = plan.generations[index];
    return {
      raw: block.cell(),
      available: available[i],
      perChip: chipValue(block, deal, generation),
      price: block.use(generationPrice, generation),
      supplyRamp: block.input(generation.supplyRampMonths),
    };
  });
  return {
    raw: members.map((member) => member.raw),
    fill: (m) => {
      for (let l = 0; l < lanes; l += 1) {
        let largest = 0;
        for (const { raw, perChip, price } of members) {
          raw[l] = perChip[l] / Math.max(leastPrice, price[l]);
          if (raw[l] > largest) largest = raw[l];
        }
        for (const { raw, available: from, supplyRamp } of members) {
          const elapsed = m + 1 - from[l];
          const supply = supplyRamp[l] <= 0 ? 1 : Math.min(1, Math.max(0, elapsed / supplyRamp[l]));
          const value = largest > 0 ? raw[l] / largest : 1;
          raw[l] = supply * value ** sensitivity[l];
        }
      }
    },
  };
}
