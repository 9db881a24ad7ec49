import { unreachable } from '../../../base/assert.ts';
import type { Block, Lanes } from '../../block/block.ts';
import { pathReader } from '../../lanes/path-reader.ts';
import type { DealPlan } from '../../plan/deal.ts';
import type { Plan } from '../../plan/plan.ts';
import { onlinePower } from '../capacity/online-power.ts';
import { type CashAtHand, cashAtHand } from '../customer/cash-at-hand.ts';
import { facilityExpiry } from './facility-expiry.ts';
import { type Facility, facilitiesOf } from './facility-plan.ts';
import { participations } from './participations.ts';
import { stepsDelivered } from './steps-delivered.ts';

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
  const { lanes } = block;
  const { online, hasChanged: hasMoreOnline } = block.use(onlinePower, deal);
  const expiry = block.use(facilityExpiry, facility);
  const participated = block.use(participations, facility).toDate;
  const wanted = drawRule(block, facility, cash);
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
  block.onMonth((m) => {
    if (m === 0 || hasMoreOnline()) {
      for (let l = 0; l < lanes; l += 1) {
        const gross = amountPerStep[l] * stepsDelivered(online[l], fromMw[l], perMw[l], isStepwise);
        if (gross > unlocked[l]) unlocked[l] = gross;
      }
    }
    for (let l = 0; l < lanes; l += 1) {
      const left = positive(cap[l] - drawnToDate[l] - participated[l]);
      const unlockedLeft = positive(unlocked[l] - drawnToDate[l]);
      capLeft[l] = left;
      available[l] = m >= expiry[l] ? 0 : unlockedLeft < left ? unlockedLeft : left;
    }
    wanted(m, drawn, drawnToDate);
    for (let l = 0; l < lanes; l += 1) {
      const draw = drawn[l] < available[l] ? positive(drawn[l]) : available[l];
      drawn[l] = draw;
      drawnToDate[l] += draw;
      available[l] -= draw;
      capLeft[l] = positive(capLeft[l] - draw);
    }
    cash?.receive(deal, facility.form, drawn);
  });
  return { facility, drawn, drawnToDate, available, capLeft };
}

function positive(value: number): number {
  return value > 0 ? value : 0;
}

/** What a facility's rule asks for in a month, before availability limits it. */
type Wanted = (month: number, out: Lanes, drawnToDate: Lanes) => void;

function drawRule(block: Block, { draw }: Facility, cash: CashAtHand | null): Wanted {
  const { lanes } = block;
  switch (draw.kind) {
    case 'when-available':
      return (_, out) => out.fill(Number.POSITIVE_INFINITY);
    case 'never':
      return (_, out) => out.fill(0);
    case 'when-needed': {
      const cashBelow = block.input(draw.cashBelow);
      return (_, out) => {
        for (let l = 0; l < lanes; l += 1) {
          const need = cash === null ? 0 : cashBelow[l] - cash.cash[l];
          out[l] = need > 0 ? need : 0;
        }
      };
    }
    case 'schedule': {
      const read = pathReader(block, draw.path);
      return (m, out, drawnToDate) => {
        read(m, out);
        for (let l = 0; l < lanes; l += 1) out[l] -= drawnToDate[l];
      };
    }
    default:
      return unreachable(draw);
  }
}
