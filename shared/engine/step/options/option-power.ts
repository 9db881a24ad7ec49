import type { Block, Lanes } from '../../block/block.ts';
import { isAnyNot } from '../../lanes/operations.ts';
import { moveOptionPower } from '../../loops/capacity.ts';
import type { DealPlan, OptionPlan } from '../../plan/deal.ts';
import { type OptionExercise, optionExercises } from './exercise.ts';

/** The power that comes with an exercised option. */
export interface OptionPower {
  readonly option: OptionPlan;
  /** End of the notice, months since the start; infinite while not exercised. */
  readonly start: Lanes;
  /** MW of the stated basis at the end of the month, before any ceiling. */
  readonly power: Lanes;
  /** Growth of `power` in the month. */
  readonly growth: Lanes;
  readonly hasChanged: () => boolean;
}

/**
 * Brings the power of exercised options online.
 *
 * Formula: `P · clamp((m + 1 − (exercise + notice)) / ramp, 0, 1)`, at once where the ramp has no length; none for a right
 * that fixes a price only. Unit: MW of the stated basis.
 */
export function optionPowers(block: Block, deal: DealPlan): readonly OptionPower[] {
  return block.use(optionExercises, deal).map((exercise) => optionPower(block, exercise));
}

function optionPower(block: Block, { option, exercisedAt }: OptionExercise): OptionPower {
  const stated = option.rights === 'price-only' ? block.cell() : block.input(option.powerMw);
  const notice = block.input(option.noticeMonths);
  const ramp = block.input(option.rampMonths);
  const start = block.cell();
  const power = block.cell();
  const growth = block.cell();
  const move = block.loop(moveOptionPower, power, growth, start, exercisedAt, notice, stated, ramp);
  let hasChanged = false;
  block.onStart(() => start.fill(Number.POSITIVE_INFINITY));
  block.onMonth((m) => {
    move(m);
    hasChanged = isAnyNot(0, growth);
  });
  return { option, start, power, growth, hasChanged: () => hasChanged };
}
