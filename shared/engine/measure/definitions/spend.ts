import { cumulativeOf, quotientOf } from '../../lanes/arithmetic.ts';
import { gigawattYears } from '../../step/capacity/gigawatt-years.ts';
import { credits } from '../../step/capital/credits.ts';
import { computeWork } from '../../step/fleet/compute.ts';
import { billed } from '../../step/spend/billed.ts';
import { consumption } from '../../step/spend/consumption.ts';
import type { MeasureDefinition } from '../definition.ts';

/** What the customer uses and pays. */
export const spendMeasures: readonly MeasureDefinition[] = [
  {
    id: 'spend.consumption',
    label: 'Consumption',
    unit: 'USD',
    kind: 'flow',
    meaning: 'Accelerators and other services used, at the deal’s prices.',
    formula: 'Σ average chips · hours · billed fraction · price · (1 + Σ service shares)',
    ofDeal: (block, deal) => block.use(consumption, deal).total,
    ofAll: 'sum',
  },
  {
    id: 'spend.billed',
    label: 'Billed spend',
    unit: 'USD',
    kind: 'flow',
    meaning: 'What the provider bills: consumption, what take-or-pay adds, less make-up credit used.',
    formula: 'spend.consumption + commitment.shortfall − make-up used',
    ofDeal: (block, deal) => block.use(billed, deal),
    ofAll: 'sum',
  },
  {
    id: 'spend.cash',
    label: 'Spend paid in cash',
    unit: 'USD',
    kind: 'flow',
    meaning: 'Billed spend that is not paid with credits.',
    formula: 'spend.billed − spend.credits-used',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(credits, deal).cashBilled,
    ofAll: 'sum',
  },
  {
    id: 'spend.credits-used',
    label: 'Spend paid with credits',
    unit: 'USD',
    kind: 'flow',
    meaning: 'Billed spend paid with cloud credits of the deal.',
    formula: 'min(credits at hand, spend.billed)',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(credits, deal).used,
    ofAll: 'sum',
  },
  {
    id: 'spend.per-effective-flop',
    label: 'Spend per effective operation',
    unit: 'USD/FLOP',
    kind: 'ratio',
    meaning: 'Billed spend of the month over the operations done in it.',
    formula: 'spend.billed / compute.work',
    quotient: { of: 'spend.billed', by: 'compute.work' },
    ofDeal: (block, deal) => quotientOf(block, block.use(billed, deal), block.use(computeWork, deal)),
    ofAll: (block) => quotientOf(block, block.measure('spend.billed'), block.measure('compute.work')),
  },
  {
    id: 'spend.per-gw-year',
    label: 'Spend per GW-year',
    unit: 'USD/GW-year',
    kind: 'ratio',
    meaning: 'All billed spend so far over all capacity delivered so far.',
    formula: 'spend.billed.cumulative / capacity.gw-years.cumulative',
    quotient: { of: 'spend.billed.cumulative', by: 'capacity.gw-years.cumulative' },
    ofDeal: (block, deal) =>
      quotientOf(
        block,
        cumulativeOf(block, block.use(billed, deal)),
        cumulativeOf(block, block.use(gigawattYears, deal)),
      ),
    ofAll: (block) =>
      quotientOf(
        block,
        block.measure('spend.billed.cumulative'),
        block.measure('capacity.gw-years.cumulative'),
      ),
  },
];
