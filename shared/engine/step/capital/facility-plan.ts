import { invariant } from '../../../base/assert.ts';
import type { InstrumentPlan } from '../../plan/capital.ts';
import type { DealPlan } from '../../plan/deal.ts';
import type { Plan } from '../../plan/plan.ts';

/** A drawable facility among the instruments. */
export type Facility = Extract<InstrumentPlan, { kind: 'facility' }>;

/** Lists the facilities of a deal, in its order. */
export function facilitiesOf(deal: DealPlan): readonly Facility[] {
  return deal.capital.instruments.filter((instrument) => instrument.kind === 'facility');
}

/** Finds the deal to which a facility belongs. */
export function dealOfFacility(plan: Plan, facility: Facility): DealPlan {
  const deal = plan.deals.find((each) => each.capital.instruments.includes(facility));
  invariant(deal !== undefined, `the facility ${facility.key} belongs to a deal`);
  return deal;
}
