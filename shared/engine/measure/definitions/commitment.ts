import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { commitmentAmount } from '../../step/commitment/amount.ts';
import { committed } from '../../step/commitment/committed.ts';
import { carryForwardBalance, makeUpBalance } from '../../step/commitment/lot-balance.ts';
import { metMonth } from '../../step/commitment/met-month.ts';
import { monthsAhead } from '../../step/commitment/months-ahead.ts';
import { allMetMonth, monthsAheadOfAll } from '../../step/commitment/portfolio.ts';
import { remainingCommitment } from '../../step/commitment/remaining.ts';
import { settlement } from '../../step/commitment/settlement.ts';
import { consumption } from '../../step/spend/consumption.ts';
import type { MeasureDefinition } from '../definition.ts';

/** The spend commitment and how it is met. */
export const commitmentMeasures: readonly MeasureDefinition[] = [
  {
    id: 'commitment.amount',
    label: 'Commitment',
    unit: 'USD',
    kind: 'stock',
    meaning: 'What is committed over the whole term; 0 without a commitment.',
    formula: 'C',
    ofDeal: (block, deal) => block.use(commitmentAmount, deal),
    ofAll: 'sum',
  },
  {
    id: 'commitment.committed',
    label: 'Committed spend',
    unit: 'USD',
    kind: 'flow',
    meaning: 'What the commitment’s ramp assigns to the month.',
    formula: 'C · (F(x(m)) − F(x(m−1))), x the elapsed share of the term',
    ofDeal: (block, deal) =>
      deal.commitment === null ? block.cell() : block.use(committed, deal.commitment).flow,
    ofAll: 'sum',
  },
  {
    id: 'commitment.eligible',
    label: 'Eligible spend',
    unit: 'USD',
    kind: 'flow',
    meaning: 'Consumption that counts towards the commitment.',
    formula: 'eligible share · accelerators + Σ eligible share · service',
    ofDeal: (block, deal) => block.use(consumption, deal).eligible,
    ofAll: 'sum',
  },
  {
    id: 'commitment.due',
    label: 'Due at settlement',
    unit: 'USD',
    kind: 'flow',
    meaning: 'What had to be taken or paid for in the period that is settled in the month.',
    formula: 'take-or-pay · committed in the period',
    ofDeal: (block, deal) => settled(block, deal, (cells) => cells.due),
    ofAll: 'sum',
  },
  {
    id: 'commitment.shortfall',
    label: 'Shortfall payment',
    unit: 'USD',
    kind: 'flow',
    meaning: 'Paid at settlement because too little was taken.',
    formula: 'max(0, due − eligible − carried forward)',
    ofDeal: (block, deal) => settled(block, deal, (cells) => cells.shortfall),
    ofAll: 'sum',
  },
  {
    id: 'commitment.make-up',
    label: 'Make-up credit',
    unit: 'USD',
    kind: 'stock',
    meaning: 'Credit from paid shortfalls that has neither expired nor been used.',
    formula: 'Σ shortfalls within their months − used',
    ofDeal: (block, deal) => block.use(makeUpBalance, deal),
    ofAll: 'sum',
  },
  {
    id: 'commitment.carry-forward',
    label: 'Over-consumption carried forward',
    unit: 'USD',
    kind: 'stock',
    meaning: 'Consumption above what was due that can still cover later periods.',
    formula: 'Σ excesses within their months − used',
    ofDeal: (block, deal) => block.use(carryForwardBalance, deal),
    ofAll: 'sum',
  },
  {
    id: 'commitment.remaining',
    label: 'Remaining commitment',
    unit: 'USD',
    kind: 'stock',
    meaning: 'Commitment that has not been consumed.',
    formula: 'max(0, C − committed before the start − Σ eligible)',
    ofDeal: (block, deal) => block.use(remainingCommitment, deal),
    ofAll: 'sum',
  },
  {
    id: 'commitment.months-ahead',
    label: 'Months ahead of the commitment',
    unit: 'months',
    kind: 'stock',
    meaning: 'How far consumption is ahead of the ramp (negative: behind); over deals weighted by amount.',
    formula: '(x* − x) · term, F(x*) = consumed / C',
    ofDeal: (block, deal) => block.use(monthsAhead, deal),
    ofAll: (block) => monthsAheadOfAll(block, block.plan.deals),
  },
  {
    id: 'commitment.met-month',
    label: 'Month the commitment is met',
    unit: 'month',
    kind: 'outcome',
    meaning:
      'End of the month in which eligible consumption reaches the commitment; over deals the last of them.',
    formula: 'first m + 1 with Σ eligible ≥ C',
    ofDeal: (block, deal) => block.use(metMonth, deal),
    ofAll: (block) => allMetMonth(block, block.plan.deals),
  },
];

function settled(block: Block, deal: DealPlan, pick: (cells: ReturnType<typeof settlement>) => Lanes): Lanes {
  return deal.commitment === null ? block.cell() : pick(block.use(settlement, deal));
}
