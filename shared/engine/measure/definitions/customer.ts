import { customerCash } from '../../step/customer/cash.ts';
import { otherCosts } from '../../step/customer/other-costs.ts';
import { revenue } from '../../step/customer/revenue.ts';
import { runway } from '../../step/customer/runway.ts';
import type { MeasureDefinition } from '../definition.ts';

/** The customer's own finances. */
export const customerMeasures: readonly MeasureDefinition[] = [
  {
    id: 'customer.cash',
    label: 'Customer’s cash',
    unit: 'USD',
    kind: 'stock',
    meaning: 'Cash at the end of the month; empty where the opening cash is not stated.',
    formula: 'cash(m−1) + revenue − other costs + cash from instruments − spend paid in cash',
    isAfterCapital: true,
    ofAll: (block) => block.use(customerCash, block.plan),
  },
  {
    id: 'customer.revenue',
    label: 'Customer’s revenue',
    unit: 'USD',
    kind: 'flow',
    meaning: 'Revenue of the month.',
    formula: 'annualised revenue in the middle of the month / 12',
    isAfterCapital: true,
    ofAll: (block) => block.use(revenue, block.plan),
  },
  {
    id: 'customer.other-costs',
    label: 'Customer’s other costs',
    unit: 'USD',
    kind: 'flow',
    meaning: 'Costs other than compute.',
    formula: 'share · revenue + fixed per year / 12',
    isAfterCapital: true,
    ofAll: (block) => block.use(otherCosts, block.plan),
  },
  {
    id: 'customer.runway',
    label: 'Customer’s runway',
    unit: 'months',
    kind: 'stock',
    meaning: 'How long cash lasts at the pace of the last three months; empty where cash does not fall.',
    formula: 'cash / average fall of cash over three months',
    isAfterCapital: true,
    ofAll: (block) => block.use(runway, block.plan),
  },
];
