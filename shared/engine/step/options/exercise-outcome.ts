import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan, OptionPlan } from '../../plan/deal.ts';
import { optionExercises } from './exercise.ts';

/** Says whether an option has been exercised by the end of the month: 1 or 0. */
export function isExercised(block: Block, deal: DealPlan, option: OptionPlan): Lanes {
  const { lanes } = block;
  const exercisedAt = exercisedAtOf(block, deal, option);
  const exercised = block.cell();
  block.onMonth((m) => {
    for (let l = 0; l < lanes; l += 1) exercised[l] = exercisedAt[l] <= m ? 1 : 0;
  });
  return exercised;
}

/** Returns the earliest month in which any of some options is exercised: index of the month, NaN if never. */
export function exerciseMonth(
  block: Block,
  options: readonly { deal: DealPlan; option: OptionPlan }[],
): Lanes {
  const { lanes } = block;
  const months = options.map(({ deal, option }) => exercisedAtOf(block, deal, option));
  const first = block.cell();
  block.onEnd(() => {
    for (let l = 0; l < lanes; l += 1) {
      let earliest = Number.POSITIVE_INFINITY;
      for (const month of months) earliest = Math.min(earliest, month[l]);
      first[l] = Number.isFinite(earliest) ? earliest : Number.NaN;
    }
  });
  return first;
}

function exercisedAtOf(block: Block, deal: DealPlan, option: OptionPlan): Lanes {
  return block.use(optionExercises, deal)[deal.options.indexOf(option)].exercisedAt;
}
