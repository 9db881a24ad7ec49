import type { Block, Lanes } from '../../block/block.ts';
import { cumulativeOf, noAnswer, quotientOf, sumOf } from '../../lanes/arithmetic.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { capitalCeiling, capitalSinceStart, capitalToDate } from '../../step/capital/capital-totals.ts';
import { netOfDeal, recycledShare } from '../../step/capital/circularity.ts';
import { commitmentAmount } from '../../step/commitment/amount.ts';
import { billed } from '../../step/spend/billed.ts';
import type { MeasureDefinition } from '../definition.ts';

/** How the money of a deal goes round. */
export const circularityMeasures: readonly MeasureDefinition[] = [
  {
    id: 'circularity.ratio',
    label: 'Commitment to capital since the start',
    unit: '1',
    kind: 'ratio',
    meaning: 'Commitment over all capital paid since the start: 20 on a first cheque of $5B for $100B.',
    formula: 'commitment.amount / capital.paid.cumulative',
    isAfterCapital: true,
    ofDeal: (block, deal) => commitmentOver(block, [deal], block.use(capitalSinceStart, deal)),
    ofAll: (block) => commitmentOver(block, block.plan.deals, block.measure('capital.paid.cumulative')),
  },
  {
    id: 'circularity.ratio-all',
    label: 'Commitment to all capital',
    unit: '1',
    kind: 'ratio',
    meaning: 'Commitment over all capital so far, what came before the start included.',
    formula: 'commitment.amount / capital.cumulative',
    isAfterCapital: true,
    ofDeal: (block, deal) => commitmentOver(block, [deal], block.use(capitalToDate, deal)),
    ofAll: (block) => commitmentOver(block, block.plan.deals, block.measure('capital.cumulative')),
  },
  {
    id: 'circularity.ratio-ceiling',
    label: 'Commitment to the most capital',
    unit: '1',
    kind: 'ratio',
    meaning: 'Commitment over the most that all instruments can bring from the start on.',
    formula: 'commitment.amount / capital.ceiling',
    isAfterCapital: true,
    ofDeal: (block, deal) => commitmentOver(block, [deal], block.use(capitalCeiling, deal)),
    ofAll: (block) => commitmentOver(block, block.plan.deals, block.measure('capital.ceiling')),
  },
  {
    id: 'circularity.recycled-share',
    label: 'Recycled share of spend',
    unit: '1',
    kind: 'ratio',
    meaning: 'Part of the billed spend so far that the capital received since the start covers.',
    formula: 'min(1, capital.paid.cumulative / spend.billed.cumulative)',
    isAfterCapital: true,
    ofDeal: (block, deal) =>
      recycledShare(block, block.use(capitalSinceStart, deal), billedToDate(block, deal)),
    ofAll: (block) =>
      recycledShare(
        block,
        block.measure('capital.paid.cumulative'),
        block.measure('spend.billed.cumulative'),
      ),
  },
  {
    id: 'circularity.net',
    label: 'Capital received less spend',
    unit: 'USD',
    kind: 'stock',
    meaning: 'All capital since the start less all billed spend since the start.',
    formula: 'capital.paid.cumulative − spend.billed.cumulative',
    isAfterCapital: true,
    ofDeal: (block, deal) => netOfDeal(block, block.use(capitalSinceStart, deal), billedToDate(block, deal)),
    ofAll: 'sum',
  },
];

/** The commitments of some deals over a quantity of capital; no answer where none of them commits anything. */
function commitmentOver(block: Block, deals: readonly DealPlan[], capital: Lanes): Lanes {
  const committing = deals.filter((deal) => deal.commitment !== null);
  if (committing.length === 0) return noAnswer(block);
  const amount = sumOf(
    block,
    committing.map((deal) => block.use(commitmentAmount, deal)),
  );
  return quotientOf(block, amount, capital);
}

function billedToDate(block: Block, deal: DealPlan): Lanes {
  return cumulativeOf(block, block.use(billed, deal));
}
