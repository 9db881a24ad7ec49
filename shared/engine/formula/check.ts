import type { Block, Lanes } from '../block/block.ts';
import type { CheckPlan } from '../plan/plan.ts';
import { createEvaluator, type Evaluator } from './evaluator.ts';
import { closingOperand, runningOperand } from './operand.ts';
import { isTrue } from './operations.ts';

/**
 * Watches a check on every lane and notes the first month in which it does not hold, -1 where it always does.
 *
 * A check for one month is evaluated there only (clamped to the horizon). A formula without an answer does not hold.
 *
 * @param needsTheEnd Whether the formula reads a fixed month or an outcome and so waits for the last month.
 */
export function watchCheck(block: Block, check: CheckPlan, needsTheEnd: boolean): Lanes {
  const { lanes, months } = block;
  const firstBroken = block.cell();
  const { when } = check;
  const only = when.kind === 'at' ? Math.min(months - 1, Math.max(0, Math.floor(when.month))) : null;
  const evaluator: Evaluator = createEvaluator(block, check.holds, (step) =>
    needsTheEnd ? closingOperand(block, step) : runningOperand(block, step),
  );
  const watch = (m: number): void => {
    if (only !== null && m !== only) return;
    evaluator.evaluate(m);
    for (let l = 0; l < lanes; l += 1) {
      if (firstBroken[l] < 0 && !isTrue(evaluator.result[l])) firstBroken[l] = m;
    }
  };
  block.onStart(() => firstBroken.fill(-1));
  if (needsTheEnd) {
    block.onEnd(() => {
      for (let m = 0; m < months; m += 1) watch(m);
    });
  } else {
    block.onMonth(watch);
  }
  return firstBroken;
}
