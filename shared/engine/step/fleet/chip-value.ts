import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import type { GenerationPlan } from '../../plan/generation.ts';

/**
 * Computes what one chip really delivers on the deal's work.
 *
 * Formula: `peak · (s · u_training + (1 − s) · u_inference)`, `s` the share of training, `u` model FLOP/s utilisation.
 * Unit: FLOP/s per chip, constant over a run.
 */
export function chipValue(block: Block, deal: DealPlan, generation: GenerationPlan): Lanes {
  const { lanes } = block;
  const peak = block.input(generation.peak);
  const training = block.input(generation.trainingUtilisation);
  const inference = block.input(generation.inferenceUtilisation);
  const share = block.input(deal.consumption.trainingShare);
  const effective = block.cell();
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) {
      effective[l] = peak[l] * (share[l] * training[l] + (1 - share[l]) * inference[l]);
    }
  });
  return effective;
}
