import type { Block, Lanes } from '../../block/block.ts';
import { multiply } from '../../loops/elementwise.ts';
import type { GenerationPlan } from '../../plan/generation.ts';
import { chipsPerMegawatt } from '../fleet/chips-per-megawatt.ts';
import { generationPrice } from './generation-price.ts';

/**
 * Computes what an hour of one MW of IT power filled with a generation costs, before the terms of any deal:
 * `price per chip-hour · chips per MW`. Unit: USD per IT MW-hour.
 */
export function megawattHourPrice(block: Block, generation: GenerationPlan): Lanes {
  const price = block.use(generationPrice, generation);
  const chips = block.use(chipsPerMegawatt, generation);
  const perMegawattHour = block.cell();
  block.onMonth(block.loop(multiply, perMegawattHour, price, chips));
  return perMegawattHour;
}
