import type { Block, Lanes } from '../../block/block.ts';
import type { GenerationPlan } from '../../plan/generation.ts';

/**
 * Computes how many chips one MW of IT power carries: `1e6 / IT watts per chip`, the chip with its share of server,
 * network and storage. Unit: chips per IT MW, constant over a run; 0 where no power per chip is stated.
 */
export function chipsPerMegawatt(block: Block, generation: GenerationPlan): Lanes {
  const { lanes } = block;
  const watts = block.input(generation.itPowerWatts);
  const chips = block.cell();
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) chips[l] = watts[l] > 0 ? 1e6 / watts[l] : 0;
  });
  return chips;
}
