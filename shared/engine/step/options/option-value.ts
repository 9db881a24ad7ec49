import type { Block, Lanes, OptionMode } from '../../block/block.ts';
import type { OptionPlan } from '../../plan/deal.ts';
import { discountedSurplus } from './surplus.ts';

/**
 * Computes what having an option is worth: the present value of the customer's surplus less that of a second run on the
 * same draws in which only this option does not exist. Unit: USD of month 0, known after the last month.
 */
export function optionValue(block: Block, option: OptionPlan): Lanes {
  const { withRule, other } = pair(block, option, 'off');
  return difference(block, withRule, other);
}

/**
 * Computes what waiting for the rule costs: the present value of the surplus if the option is exercised as early as it
 * can be, less that with the rule. Unit: USD of month 0, known after the last month; negative where waiting pays.
 */
export function waitingCost(block: Block, option: OptionPlan): Lanes {
  const { withRule, other } = pair(block, option, 'at-open');
  return difference(block, other, withRule);
}

function pair(block: Block, option: OptionPlan, mode: OptionMode): { withRule: Lanes; other: Lanes } {
  const withRule = block.use(discountedSurplus, block.plan);
  return { withRule, other: block.variant(option, mode).use(discountedSurplus, block.plan) };
}

function difference(block: Block, left: Lanes, right: Lanes): Lanes {
  const { lanes } = block;
  const result = block.cell();
  block.onEnd(() => {
    for (let l = 0; l < lanes; l += 1) result[l] = left[l] - right[l];
  });
  return result;
}
