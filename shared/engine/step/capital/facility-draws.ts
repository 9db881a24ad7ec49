import { unreachable } from '../../../base/assert.ts';
import type { Block, Lanes } from '../../block/block.ts';
import { pathReader } from '../../lanes/path-reader.ts';
import { clear, subtract } from '../../loops/elementwise.ts';
import { countSteps, countWholeSteps, draw, findAvailable, unlock, wantAll } from '../../loops/facility.ts';
import type { DealPlan } from '../../plan/deal.ts';
import type { Plan } from '../../plan/plan.ts';
import { onlinePower } from '../capacity/online-power.ts';
import { type CashAtHand, cashAtHand } from '../customer/cash-at-hand.ts';
import { facilityExpiry } from './facility-expiry.ts';
import { type Facility, facilitiesOf } from './facility-plan.ts';
import { participations } from './participations.ts';

/** The states of a facility that are kept apart, USD. */
export interface FacilityState {
  readonly facility: Facility;
  /** Drawn in the month. */
  readonly drawn: Lanes;
  /** Drawn since the start. */
  readonly drawnToDate: Lanes;
  /** What can still be drawn now, after the month's draw; 0 once expired. */
  readonly available: Lanes;
  /** Cap less what was drawn and participated. */
  readonly capLeft: Lanes;
}

/**
 * Draws on all facilities of the scenario, deal by deal, in list order.
 *
 * They stand in one rule because a draw that is made when cash is short sees the cash of the draws before it.
 */
export function facilityDraws(block: Block, plan: Plan): ReadonlyMap<Facility, FacilityState> {
  const facilities = plan.deals.flatMap((deal) => facilitiesOf(deal).map((facility) => ({ deal, facility })));
  const watchesCash = facilities.some(({ facility }) => facility.draw.kind === 'when-needed');
  const cash = watchesCash ? block.use(cashAtHand, plan) : null;
  return new Map(
    facilities.map(({ deal, facility }) => [facility, facilityDraw(block, deal, facility, cash)] as const),
  );
}

/**
 * Formula: `gross = amount per step · steps(delivered)`, `available = max(0, min(max gross − drawn, cap − drawn −
 * participated))` before expiry and 0 from then on; the draw takes what its rule asks for, at most what is available.
 */
function facilityDraw(
  block: Block,
  deal: DealPlan,
  facility: Facility,
  cash: CashAtHand | null,
): FacilityState {
  const { online, hasChanged: hasMoreOnline } = block.use(onlinePower, deal);
  const expiry = block.use(facilityExpiry, facility);
  const participated = block.use(participations, facility).toDate;
  const cap = block.input(facility.cap);
  const { isStepwise } = facility.available;
  const fromMw = block.input(facility.available.fromMw);
  const perMw = block.input(facility.available.perMw);
  const amountPerStep = block.input(facility.available.amountPerStep);
  const unlocked = block.cell();
  const drawn = block.cell();
  const drawnToDate = block.cell();
  const available = block.cell();
  const capLeft = block.cell();
  const want = drawRule(block, facility, cash, drawn, drawnToDate);
  const steps = block.cell();
  const count = block.loop(isStepwise ? countWholeSteps : countSteps, steps, online, fromMw, perMw);
  const unlockSteps = block.loop(unlock, unlocked, amountPerStep, steps);
  const find = block.loop(
    findAvailable,
    ...([available, capLeft, cap, drawnToDate, participated, unlocked, expiry] as const),
  );
  const take = block.loop(draw, drawn, available, capLeft, drawnToDate);
  block.onMonth((m) => {
    if (m === 0 || hasMoreOnline()) {
      count();
      unlockSteps();
    }
    find(m);
    want(m);
    take();
    cash?.receive(deal, facility.form, drawn);
  });
  return { facility, drawn, drawnToDate, available, capLeft };
}

/** Writes what a facility's rule asks for in a month, before availability limits it. */
function drawRule(
  block: Block,
  { draw: rule }: Facility,
  cash: CashAtHand | null,
  out: Lanes,
  drawnToDate: Lanes,
): (month: number) => void {
  const { lanes } = block;
  switch (rule.kind) {
    case 'when-available':
      return block.loop(wantAll, out);
    case 'never':
      return block.loop(clear, out);
    case 'when-needed': {
      const cashBelow = block.input(rule.cashBelow);
      return () => {
        for (let l = 0; l < lanes; l += 1) {
          const need = cash === null ? 0 : cashBelow[l] - cash.cash[l];
          out[l] = need > 0 ? need : 0;
        }
      };
    }
    case 'schedule': {
      const read = pathReader(block, rule.path, out);
      const lessDrawn = block.loop(subtract, out, drawnToDate);
      return (m) => {
        read(m);
        lessDrawn();
      };
    }
    default:
      return unreachable(rule);
  }
}
