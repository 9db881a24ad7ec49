import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { type FacilityState, facilityDraws } from './facility-draws.ts';
import { facilitiesOf } from './facility-plan.ts';
import type { Payment } from './payment.ts';
import { payments } from './payments.ts';

/** Everything that instruments of a deal pay. */
export interface CapitalFlows {
  readonly payments: readonly Payment[];
  readonly facilities: readonly FacilityState[];
}

/** Gathers the payment streams and the facilities of a deal. */
export function capitalFlows(block: Block, deal: DealPlan): CapitalFlows {
  const streams = block.use(payments, deal);
  const own = facilitiesOf(deal);
  if (own.length === 0) return { payments: streams, facilities: [] };
  const states = block.use(facilityDraws, block.plan);
  return {
    payments: streams,
    facilities: own.flatMap((facility) => states.get(facility) ?? []),
  };
}

/** Returns the flows of a deal's capital that pass a test, payments first, then draws. */
export function flowsWhere(
  { payments: streams, facilities }: CapitalFlows,
  passes: (flow: { readonly from: number; readonly form: 'cash' | 'credits' }) => boolean,
): readonly Lanes[] {
  return [
    ...streams.filter(passes).map((stream) => stream.paid),
    ...facilities.filter(({ facility }) => passes(facility)).map((state) => state.drawn),
  ];
}
