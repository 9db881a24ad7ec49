import { internalRate } from '../../step/provider/internal-rate.ts';
import { npvWithStake, providerNpv, stakeValue } from '../../step/provider/net-present-value.ts';
import { paybackMonth } from '../../step/provider/payback.ts';
import { providerCash } from '../../step/provider/provider-cash.ts';
import { providerRevenue } from '../../step/provider/provider-revenue.ts';
import type { MeasureDefinition } from '../definition.ts';

/** The deal from the provider's side. */
export const providerMeasures: readonly MeasureDefinition[] = [
  {
    id: 'provider.cash',
    label: 'Provider’s cash',
    unit: 'USD',
    kind: 'flow',
    meaning: 'Margin on billed spend less credits used, capital paid and capex; before tax.',
    formula: 'margin · billed − credits used − capital paid by the provider − capex · growth of IT power',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(providerCash, deal),
    ofAll: 'sum',
  },
  {
    id: 'provider.npv',
    label: 'Provider’s present value',
    unit: 'USD',
    kind: 'stock',
    meaning: 'Discounted provider cash up to the month; the last month is the NPV over the horizon.',
    formula: 'Σ cash / (1 + r)^(days / 365)',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(providerNpv, deal),
    ofAll: 'sum',
  },
  {
    id: 'provider.irr',
    label: 'Provider’s internal rate of return',
    unit: '1/year',
    kind: 'outcome',
    meaning:
      'Rate at which the provider’s cash over the horizon has no present value; empty if none or several.',
    formula: 'r with Σ cash / (1 + r)^(days / 365) = 0',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(internalRate, block.use(providerCash, deal)).rate,
    ofAll: (block) => block.use(internalRate, block.measure('provider.cash')).rate,
  },
  {
    id: 'provider.irr-count',
    label: 'Number of internal rates',
    unit: '1',
    kind: 'outcome',
    meaning: 'How many rates between −99 % and 10,000 % bring the present value to 0.',
    formula: 'count of r',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(internalRate, block.use(providerCash, deal)).count,
    ofAll: (block) => block.use(internalRate, block.measure('provider.cash')).count,
  },
  {
    id: 'provider.payback-month',
    label: 'Provider’s pay-back',
    unit: 'month',
    kind: 'outcome',
    meaning: 'End of the month in which the provider’s cash has made up for what it laid out.',
    formula: 'first m + 1 with Σ cash ≥ 0 after it was negative',
    isAfterCapital: true,
    ofDeal: (block, deal) => paybackMonth(block, block.use(providerCash, deal)),
    ofAll: (block) => paybackMonth(block, block.measure('provider.cash')),
  },
  {
    id: 'provider.stake-value',
    label: 'Mark of the provider’s stake',
    unit: 'USD',
    kind: 'stock',
    meaning: 'Share of the customer times its valuation; a mark, not cash.',
    formula: 'share · valuation',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(stakeValue, deal),
    ofAll: 'sum',
  },
  {
    id: 'provider.npv-with-stake',
    label: 'Provider’s present value with its stake',
    unit: 'USD',
    kind: 'stock',
    meaning: 'Present value of cash plus the discounted mark of the stake.',
    formula: 'provider.npv + provider.stake-value / (1 + r)^(days / 365)',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(npvWithStake, deal),
    ofAll: 'sum',
  },
  {
    id: 'provider.total-revenue',
    label: 'Provider’s revenue',
    unit: 'USD',
    kind: 'flow',
    meaning: 'The provider’s revenue from all its customers, as stated.',
    formula: 'stated revenue per year / 12',
    isAfterCapital: true,
    ofDeal: (block, deal) => block.use(providerRevenue, deal),
  },
];
