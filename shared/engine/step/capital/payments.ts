import { unreachable } from '../../../base/assert.ts';
import type { Block } from '../../block/block.ts';
import type { InstrumentPlan } from '../../plan/capital.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { datedPayment } from './dated-payment.ts';
import { milestonePayment } from './milestone-payment.ts';
import { participations } from './participations.ts';
import type { Payment } from './payment.ts';

/** Lists all payment streams of a deal other than draws on facilities, in list order. */
export function payments(block: Block, deal: DealPlan): readonly Payment[] {
  return deal.capital.instruments.flatMap((instrument) => paymentsOf(block, instrument));
}

function paymentsOf(block: Block, instrument: InstrumentPlan): readonly Payment[] {
  switch (instrument.kind) {
    case 'paid-in':
    case 'dated':
      return [datedPayment(block, instrument)];
    case 'milestone':
      return [milestonePayment(block, instrument)];
    case 'facility':
      return block.use(participations, instrument).payments;
    case 'warrant':
      return [];
    default:
      return unreachable(instrument);
  }
}
