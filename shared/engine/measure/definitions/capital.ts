import { invariant } from '../../../base/assert.ts';
import type { Block, Lanes } from '../../block/block.ts';
import { sumOf } from '../../lanes/arithmetic.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { capitalFlows } from '../../step/capital/capital-flows.ts';
import {
  capitalCeiling,
  capitalDrawn,
  capitalPaid,
  capitalPaidIn,
  capitalToDate,
} from '../../step/capital/capital-totals.ts';
import { credits } from '../../step/capital/credits.ts';
import type { FacilityState } from '../../step/capital/facility-draws.ts';
import { expiredFacilities } from '../../step/capital/facility-expiry.ts';
import { facilitiesOf } from '../../step/capital/facility-plan.ts';
import { firstMonthOf } from '../../step/capital/first-month.ts';
import { participations } from '../../step/capital/participations.ts';
import { warrants } from '../../step/capital/warrants.ts';
import type { MeasureDefinition } from '../definition.ts';

/** Money that comes with a deal. */
export const capitalMeasures: readonly MeasureDefinition[] = [
  {
    id: 'capital.paid',
    label: 'Capital paid',
    unit: 'USD',
    kind: 'flow',
    meaning: 'Cash and credits that all instruments pay in the month, draws included.',
    formula: 'Σ payments + Σ draws',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(capitalPaid, deal),
    ofAll: 'sum',
  },
  {
    id: 'capital.paid.KEY',
    label: 'Paid by KEY',
    unit: 'USD',
    kind: 'flow',
    meaning:
      'What one instrument pays in the month; for a warrant the worth of the shares that vest, which is not cash.',
    formula: 'by the kind of instrument',
    isAfterCapital: true,
    each: 'instrument',
    ofDeal: paidBy,
  },
  {
    id: 'capital.month.KEY',
    label: 'First payment of KEY',
    unit: 'month',
    kind: 'outcome',
    meaning: 'Month in which one instrument first pays.',
    formula: 'first m with a payment',
    isBeginning: true,
    isAfterCapital: true,
    each: 'instrument',
    ofDeal: (block, deal, name) => firstMonthOf(block, paidBy(block, deal, name)),
  },
  {
    id: 'capital.paid-in',
    label: 'Capital paid in',
    unit: 'USD',
    kind: 'stock',
    meaning: 'All capital so far other than draws on facilities, what came before the start included.',
    formula: 'before the start + Σ payments',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(capitalPaidIn, deal),
    ofAll: 'sum',
  },
  {
    id: 'capital.drawn',
    label: 'Drawn on facilities',
    unit: 'USD',
    kind: 'stock',
    meaning: 'All draws on facilities so far.',
    formula: 'Σ draws',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(capitalDrawn, deal),
    ofAll: 'sum',
  },
  {
    id: 'capital.cumulative',
    label: 'Capital to date',
    unit: 'USD',
    kind: 'stock',
    meaning: 'All capital so far, paid in and drawn, what came before the start included.',
    formula: 'capital.paid-in + capital.drawn',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(capitalToDate, deal),
    ofAll: 'sum',
  },
  {
    id: 'capital.ceiling',
    label: 'Capital at most',
    unit: 'USD',
    kind: 'stock',
    meaning: 'The most that all instruments can bring from the start on, facilities at their cap.',
    formula: 'Σ amounts since the start + Σ (cap − participations before the start)',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(capitalCeiling, deal),
    ofAll: 'sum',
  },
  {
    id: 'capital.available',
    label: 'Available on facilities',
    unit: 'USD',
    kind: 'stock',
    meaning: 'What can still be drawn now, after the draws of the month; 0 once expired.',
    formula: 'max(0, min(unlocked − drawn, cap left))',
    isAfterCapital: true,
    ofDeal: (block, deal) => ofFacilities(block, deal, (state) => state.available),
    ofAll: 'sum',
  },
  {
    id: 'facility.cap-left',
    label: 'Cap left on facilities',
    unit: 'USD',
    kind: 'stock',
    meaning: 'Cap less what was drawn and participated, whether or not it is available yet.',
    formula: 'cap − drawn − participated',
    isAfterCapital: true,
    ofDeal: (block, deal) => ofFacilities(block, deal, (state) => state.capLeft),
    ofAll: 'sum',
  },
  {
    id: 'facility.participated',
    label: 'Participations against facilities',
    unit: 'USD',
    kind: 'stock',
    meaning: 'Later rounds the investor joined, which reduce the cap.',
    formula: 'Σ participations',
    isAfterCapital: true,
    ofDeal: (block, deal) =>
      sumOf(
        block,
        facilitiesOf(deal).map((facility) => block.use(participations, facility).toDate),
      ),
    ofAll: 'sum',
  },
  {
    id: 'facility.drawn.KEY',
    label: 'Drawn on KEY',
    unit: 'USD',
    kind: 'stock',
    meaning: 'All draws on one facility so far.',
    formula: 'Σ draws',
    isAfterCapital: true,
    each: 'facility',
    ofDeal: (block, deal, name) => {
      const states = block.use(capitalFlows, deal).facilities.filter((state) => state.facility.key === name);
      return sumOf(
        block,
        states.map((state) => state.drawnToDate),
      );
    },
  },
  {
    id: 'facility.expired',
    label: 'Expired facilities',
    unit: '1',
    kind: 'stock',
    meaning: 'How many facilities have expired.',
    formula: 'Σ [m ≥ floor(event + after)]',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(expiredFacilities, deal),
    ofAll: 'sum',
  },
  {
    id: 'capital.credits',
    label: 'Credits at hand',
    unit: 'USD',
    kind: 'stock',
    meaning: 'Cloud credits granted and not used.',
    formula: 'Σ granted − Σ used',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(credits, deal).balance,
    ofAll: 'sum',
  },
  {
    id: 'capital.warrants',
    label: 'Worth of vested warrants',
    unit: 'USD',
    kind: 'stock',
    meaning: 'Vested shares at the month’s price less the strike; a right, not cash.',
    formula: 'Σ vested · max(0, price − strike)',
    isAfterCapital: true,
    ofDeal: (block, deal) =>
      sumOf(
        block,
        block.use(warrants, deal).map((warrant) => warrant.value),
      ),
    ofAll: 'sum',
  },
];

function ofFacilities(block: Block, deal: DealPlan, pick: (state: FacilityState) => Lanes): Lanes {
  return sumOf(block, block.use(capitalFlows, deal).facilities.map(pick));
}

function paidBy(block: Block, deal: DealPlan, name: string): Lanes {
  const { payments, facilities } = block.use(capitalFlows, deal);
  const payment = payments.find((each) => each.key === name);
  if (payment !== undefined) return payment.paid;
  const state = facilities.find(({ facility }) => facility.key === name);
  if (state !== undefined) return state.drawn;
  const warrant = block.use(warrants, deal).find((each) => each.key === name);
  invariant(warrant !== undefined, `the deal ${deal.key} has an instrument ${name}`);
  return warrant.vested;
}
