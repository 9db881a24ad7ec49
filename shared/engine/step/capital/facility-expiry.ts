import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { type Facility, facilitiesOf } from './facility-plan.ts';

/**
 * Computes the month in which a facility expires: `floor(event + after)` where the event happens, else never (infinite).
 * Unit: months since the start, constant over a run.
 */
export function facilityExpiry(block: Block, facility: Facility): Lanes {
  const { lanes } = block;
  const month = block.cell();
  const { expires } = facility;
  if (expires === null) {
    block.onStart(() => month.fill(Number.POSITIVE_INFINITY));
    return month;
  }
  const event = block.input(expires.event);
  const happens = block.input(expires.happens);
  const after = block.input(expires.afterMonths);
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) {
      month[l] = happens[l] >= 0.5 ? Math.floor(event[l] + after[l]) : Number.POSITIVE_INFINITY;
    }
  });
  return month;
}

/** Counts the facilities of a deal that have expired, end of month. */
export function expiredFacilities(block: Block, deal: DealPlan): Lanes {
  const { lanes } = block;
  const months = facilitiesOf(deal).map((facility) => block.use(facilityExpiry, facility));
  const expired = block.cell();
  block.onMonth((m) => {
    expired.fill(0);
    for (const month of months) {
      for (let l = 0; l < lanes; l += 1) if (m >= month[l]) expired[l] += 1;
    }
  });
  return expired;
}
