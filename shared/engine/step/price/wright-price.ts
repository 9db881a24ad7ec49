import type { Block, Lanes } from '../../block/block.ts';
import type { GenerationPlan, PricePlan } from '../../plan/generation.ts';

/**
 * Lets a list price fall with experience: by the learning rate for every doubling of the chips made.
 *
 * Formula: `list · (C / initial)^{log2(1 − rate)}`, `C = initial + chips installed in all deals up to the end of the
 * month before`; `initial` is at least one chip. Unit: USD per chip-hour.
 *
 * Source: T. P. Wright, Factors Affecting the Cost of Airplanes, J. Aeronautical Sciences 3 (1936); for technologies at
 * large B. Nagy, J. D. Farmer, Q. M. Bui, J. E. Trancik, PLoS ONE 8(2) (2013).
 */
export function wrightPrice(
  block: Block,
  generation: GenerationPlan,
  path: Extract<PricePlan['path'], { kind: 'wright' }>,
): Lanes {
  const { lanes } = block;
  const list = block.input(generation.price.list);
  const rate = block.input(path.learningRate);
  const initial = block.input(path.initialChips);
  const installed = block.carry(() => block.measure(`fleet.installed.${generation.key}.cumulative`));
  const exponent = block.cell();
  const installedAtBase = block.cell();
  const base = block.cell();
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) {
      exponent[l] = Math.log2(Math.max(0, 1 - rate[l]));
      base[l] = list[l];
    }
  });
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) {
      if (installed[l] === installedAtBase[l]) continue;
      const first = Math.max(1, initial[l]);
      installedAtBase[l] = installed[l];
      base[l] = list[l] * ((first + installed[l]) / first) ** exponent[l];
    }
  });
  return base;
}
