import type { Block, Lanes } from '../../block/block.ts';
import { addAll } from '../../lanes/add-all.ts';
import { cumulativeOf, sumOf } from '../../lanes/arithmetic.ts';
import { add } from '../../loops/elementwise.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { capitalFlows, flowsWhere } from './capital-flows.ts';
import { facilitiesOf } from './facility-plan.ts';
import { participations } from './participations.ts';
import { payments } from './payments.ts';

/** Adds up everything instruments of a deal pay in a month, cash and credits. Unit: USD. */
export function capitalPaid(block: Block, deal: DealPlan): Lanes {
  return sumOf(
    block,
    flowsWhere(block.use(capitalFlows, deal), () => true),
  );
}

/** Adds up what instruments of a deal pay in cash in a month. Unit: USD. */
export function capitalInCash(block: Block, deal: DealPlan): Lanes {
  const hasCredits = deal.capital.instruments.some((instrument) => instrument.form === 'credits');
  if (!hasCredits) return block.use(capitalPaid, deal);
  return sumOf(
    block,
    flowsWhere(block.use(capitalFlows, deal), (flow) => flow.form === 'cash'),
  );
}

/** Adds up what was paid in so far other than by draws, what came before the start included. Unit: USD. */
export function capitalPaidIn(block: Block, deal: DealPlan): Lanes {
  const streams = block.use(payments, deal);
  const flow = sumOf(
    block,
    streams.map((payment) => payment.paid),
  );
  return startingFrom(
    block,
    streams.map((payment) => payment.before),
    flow,
  );
}

/** Adds up draws on the facilities of a deal since the start. Unit: USD. */
export function capitalDrawn(block: Block, deal: DealPlan): Lanes {
  const { facilities } = block.use(capitalFlows, deal);
  return sumOf(
    block,
    facilities.map((state) => state.drawnToDate),
  );
}

/** Adds up all capital so far: paid in before the start, paid since, drawn. Unit: USD. */
export function capitalToDate(block: Block, deal: DealPlan): Lanes {
  const streams = block.use(payments, deal);
  return startingFrom(
    block,
    streams.map((payment) => payment.before),
    block.use(capitalPaid, deal),
  );
}

/** Adds up all capital since the start of the scenario. Unit: USD. */
export function capitalSinceStart(block: Block, deal: DealPlan): Lanes {
  return cumulativeOf(block, block.use(capitalPaid, deal));
}

/**
 * Adds up the most that all instruments can still bring from the start on: payments in full, facilities at their cap less
 * what was participated before the start. Unit: USD, constant over a run.
 */
export function capitalCeiling(block: Block, deal: DealPlan): Lanes {
  const { lanes } = block;
  const promised = block.use(payments, deal).map((payment) => payment.promised);
  const facilities = facilitiesOf(deal).map((facility) => ({
    cap: block.input(facility.cap),
    before: block.use(participations, facility).before,
  }));
  const ceiling = block.cell();
  block.onStart(() => {
    for (const amount of promised) {
      for (let l = 0; l < lanes; l += 1) ceiling[l] += amount[l];
    }
    for (const { cap, before } of facilities) {
      for (let l = 0; l < lanes; l += 1) ceiling[l] += Math.max(0, cap[l] - before[l]);
    }
  });
  return ceiling;
}

function startingFrom(block: Block, before: readonly Lanes[], flow: Lanes): Lanes {
  const total = block.cell();
  for (const step of addAll(block, total, before)) block.onStart(step);
  block.onMonth(block.loop(add, total, flow));
  return total;
}
