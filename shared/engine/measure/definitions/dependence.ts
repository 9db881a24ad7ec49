import type { Block } from '../../block/block.ts';
import { quotientOf, sumOf } from '../../lanes/arithmetic.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { itPower } from '../../step/capacity/it-power.ts';
import { takeOrPayLiability } from '../../step/commitment/liability.ts';
import { escapePower, powerConcentration, spendConcentration } from '../../step/dependence/concentration.ts';
import { siliconPower } from '../../step/dependence/own-silicon.ts';
import { switchingCost } from '../../step/dependence/switching-cost.ts';
import { providerRevenue } from '../../step/provider/provider-revenue.ts';
import { billed } from '../../step/spend/billed.ts';
import type { MeasureDefinition } from '../definition.ts';

/** How far the customer depends on its providers, and they on it. */
export const dependenceMeasures: readonly MeasureDefinition[] = [
  {
    id: 'dependence.share.DEAL',
    label: 'Share of DEAL in online power',
    unit: '1',
    kind: 'ratio',
    meaning: 'Part of the customer’s online IT power that comes with one deal.',
    formula: 'DEAL.capacity.it / capacity.it',
    quotient: { of: 'DEAL.capacity.it', by: 'capacity.it' },
    each: 'deal',
    isAfterCapital: true,
    ofAll: (block, name) =>
      quotientOf(block, block.use(itPower, dealOf(block, name)).it, block.measure('capacity.it')),
  },
  {
    id: 'dependence.spend-share.DEAL',
    label: 'Share of DEAL in spend',
    unit: '1',
    kind: 'ratio',
    meaning: 'Part of the month’s billed spend that goes to one deal.',
    formula: 'DEAL.spend.billed / spend.billed',
    quotient: { of: 'DEAL.spend.billed', by: 'spend.billed' },
    each: 'deal',
    isAfterCapital: true,
    ofAll: (block, name) =>
      quotientOf(block, block.use(billed, dealOf(block, name)), block.measure('spend.billed')),
  },
  {
    id: 'dependence.hhi',
    label: 'Concentration of power',
    unit: '1',
    kind: 'ratio',
    meaning: 'Herfindahl index of online IT power over providers: 1 is a single provider.',
    formula: 'Σ share²',
    isAfterCapital: true,
    ofAll: (block) => block.use(powerConcentration, block.plan),
  },
  {
    id: 'dependence.spend-hhi',
    label: 'Concentration of spend',
    unit: '1',
    kind: 'ratio',
    meaning: 'Herfindahl index of the month’s billed spend over providers.',
    formula: 'Σ share²',
    isAfterCapital: true,
    ofAll: (block) => block.use(spendConcentration, block.plan),
  },
  {
    id: 'dependence.provider-revenue-share',
    label: 'Share of the provider’s revenue',
    unit: '1',
    kind: 'ratio',
    meaning: 'Part of the provider’s stated revenue that this deal makes up.',
    formula: 'spend.billed / provider.total-revenue',
    quotient: { of: 'spend.billed', by: 'provider.total-revenue' },
    isAfterCapital: true,
    ofDeal: (block, deal) => quotientOf(block, block.use(billed, deal), block.use(providerRevenue, deal)),
  },
  {
    id: 'dependence.liability',
    label: 'Take-or-pay liability',
    unit: 'USD',
    kind: 'stock',
    meaning: 'What would still be owed if consumption stopped.',
    formula: 'max(0, take-or-pay · (C − committed + running period) − eligible in the running period)',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(takeOrPayLiability, deal),
    ofAll: 'sum',
  },
  {
    id: 'dependence.switching-cost',
    label: 'Switching cost',
    unit: 'USD',
    kind: 'stock',
    meaning: 'Take-or-pay liability plus porting the installed base elsewhere.',
    formula: 'dependence.liability + Σ chips · porting cost',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(switchingCost, deal),
    ofAll: 'sum',
  },
  {
    id: 'dependence.escape',
    label: 'Power outside the largest provider',
    unit: 'MW',
    kind: 'stock',
    meaning: 'Online IT power that does not stand at the largest provider.',
    formula: 'capacity.it − largest over providers',
    isAfterCapital: true,
    ofAll: (block) => block.use(escapePower, block.plan),
  },
  {
    id: 'dependence.own-silicon',
    label: 'Share on the provider’s own silicon',
    unit: '1',
    kind: 'ratio',
    meaning: 'Part of the filled IT power on chips the provider designs itself.',
    formula: 'Σ fleet.power of own silicon / fleet.power',
    isAfterCapital: true,
    ofDeal: (block, deal) => {
      const { own, total } = block.use(siliconPower, deal);
      return quotientOf(block, own, total);
    },
    ofAll: (block) => {
      const parts = block.plan.deals.map((deal) => block.use(siliconPower, deal));
      return quotientOf(
        block,
        sumOf(
          block,
          parts.map((part) => part.own),
        ),
        sumOf(
          block,
          parts.map((part) => part.total),
        ),
      );
    },
  },
];

function dealOf(block: Block, key: string): DealPlan {
  return block.plan.deals[block.plan.deals.findIndex((deal) => deal.key === key)];
}
