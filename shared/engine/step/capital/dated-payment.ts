import type { Block } from '../../block/block.ts';
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
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) {
      const isBefore = on === null || Math.floor(on[l]) < 0;
      before[l] = isBefore ? amount[l] : 0;
      promised[l] = isBefore ? 0 : amount[l];
    }
  });
  if (on === null) return payment;
  block.onMonth((m) => {
    for (let l = 0; l < lanes; l += 1) paid[l] = Math.floor(on[l]) === m ? amount[l] : 0;
  });
  return payment;
}
