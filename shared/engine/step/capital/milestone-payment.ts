import type { Block } from '../../block/block.ts';
import { createEvaluator } from '../../formula/evaluator.ts';
import { milestoneOperand } from '../../formula/operand.ts';
import { isTrue } from '../../formula/operations.ts';
import { clear } from '../../loops/elementwise.ts';
import type { InstrumentPlan } from '../../plan/capital.ts';
import type { Payment } from './payment.ts';

/**
 * Pays a tranche in the first month in which its condition holds, exactly once or never.
 *
 * The condition is read at the end of the month, within `notBefore … until`. Where the investor waives it, the tranche
 * is paid at `waivedOn` unless it was paid before. Unit: USD in the month.
 */
export function milestonePayment(
  block: Block,
  instrument: Extract<InstrumentPlan, { kind: 'milestone' }>,
): Payment {
  const { lanes } = block;
  const amount = block.input(instrument.amount);
  const notBefore = instrument.notBefore === null ? null : block.input(instrument.notBefore);
  const until = instrument.until === null ? null : block.input(instrument.until);
  const isWaived = block.input(instrument.isWaived);
  const waivedOn = block.input(instrument.waivedOn);
  const condition = createEvaluator(block, instrument.when, (step) => milestoneOperand(block, step));
  const { key, from, form } = instrument;
  const paid = block.cell();
  const isPaid = new Uint8Array(lanes);
  const clearPaid = block.loop(clear, paid);
  let openLanes = 0;
  let hasPaid = false;

  const isDue = (l: number, m: number): boolean => {
    if (isWaived[l] >= 0.5 && m >= Math.max(0, Math.floor(waivedOn[l]))) return true;
    if (notBefore !== null && m < Math.floor(notBefore[l])) return false;
    if (until !== null && m > Math.floor(until[l])) return false;
    return isTrue(condition.result[l]);
  };

  block.onStart(() => {
    isPaid.fill(0);
    openLanes = lanes;
    hasPaid = false;
  });
  block.onMonth((m) => {
    if (hasPaid) clearPaid();
    hasPaid = false;
    if (openLanes === 0) return;
    condition.evaluate(m);
    for (let l = 0; l < lanes; l += 1) {
      if (isPaid[l] === 1 || !isDue(l, m)) continue;
      isPaid[l] = 1;
      openLanes -= 1;
      paid[l] = amount[l];
      hasPaid = true;
    }
  });
  return { key, from, form, paid, before: block.cell(), promised: amount };
}
