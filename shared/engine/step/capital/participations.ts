import type { Block, Lanes } from '../../block/block.ts';
import { joinRound } from '../../loops/facility.ts';
import { facilityExpiry } from './facility-expiry.ts';
import { dealOfFacility, type Facility } from './facility-plan.ts';
import type { Payment } from './payment.ts';

/** What an investor puts in by joining later rounds instead of being drawn on. */
export interface Participations {
  readonly payments: readonly Payment[];
  /** Sum of all participations so far, USD; reduces the cap dollar for dollar. */
  readonly toDate: Lanes;
  /** What of it came before the start, constant over a run. */
  readonly before: Lanes;
}

/**
 * Pays the later rounds that count against a facility, in list order.
 *
 * Formula: at `floor(on)`, unless the facility has expired, `min(amount, cap − drawn − participated)`. Unit: USD.
 * Draws made so far are those of the month before, because a month's rounds close before its draws.
 */
export function participations(block: Block, facility: Facility): Participations {
  const { lanes, plan } = block;
  const { key, from, form } = facility;
  const cap = block.input(facility.cap);
  const expiry = block.use(facilityExpiry, facility);
  const deal = dealOfFacility(plan, facility);
  const drawn = block.carry(() => block.measure(`${deal.key}.facility.drawn.${key}`));
  const toDate = block.cell();
  const before = block.cell();
  const rounds = facility.participations.map((round) => ({
    amount: block.input(round.amount),
    on: block.input(round.on),
    payment: { key: round.key, from, form, paid: block.cell(), before: block.cell(), promised: block.cell() },
  }));
  block.onStart(() => {
    for (const { amount, on, payment } of rounds) {
      for (let l = 0; l < lanes; l += 1) {
        const month = Math.floor(on[l]);
        if (month >= 0 || month >= expiry[l]) continue;
        payment.before[l] = Math.max(0, Math.min(amount[l], cap[l] - before[l]));
        before[l] += payment.before[l];
      }
    }
    toDate.set(before);
  });
  for (const { amount, on, payment } of rounds) {
    block.onMonth(block.loop(joinRound, payment.paid, toDate, amount, on, expiry, cap, drawn));
  }
  return { payments: rounds.map((round) => round.payment), toDate, before };
}
