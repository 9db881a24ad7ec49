import type { Block } from '../../block/block.ts';
import { highest, lowest } from '../../lanes/operations.ts';
import { payInMonth } from '../../loops/money.ts';
import type { InstrumentPlan } from '../../plan/capital.ts';
import type { Payment } from './payment.ts';

/**
 * Pays an amount on a date, or counts it as paid before the start: `paid(m) = amount [m = floor(on)]`. Unit: USD.
 * Paid-in instruments are dated payments before the start.
 */
export function datedPayment(
  block: Block,
  instrument: Extract<InstrumentPlan, { kind: 'paid-in' | 'dated' }>,
): Payment {
  const { lanes } = block;
  const amount = block.input(instrument.amount);
  const on = instrument.kind === 'dated' ? block.input(instrument.on) : null;
  const { key, from, form } = instrument;
  const payment = { key, from, form, paid: block.cell(), before: block.cell(), promised: block.cell() };
  const { paid, before, promised } = payment;
  const month = block.cell();
  let firstMonth = 0;
  let lastMonth = 0;
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) {
      month[l] = on === null ? -1 : Math.floor(on[l]);
      const isBefore = month[l] < 0;
      before[l] = isBefore ? amount[l] : 0;
      promised[l] = isBefore ? 0 : amount[l];
    }
    firstMonth = lowest(month);
    lastMonth = highest(month);
  });
  if (on === null) return payment;
  const pay = block.loop(payInMonth, paid, amount, month);
  block.onMonth((m) => {
    if (m < firstMonth || m > lastMonth + 1) return;
    pay(m);
  });
  return payment;
}
