import type { DealPlan } from '#shared/engine/plan/deal.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import type { CustomerFlows } from './customer-rule.ts';
import { ownPayment } from './instrument-month.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { DealMonth } from './records.ts';

/** Who pays whom under one deal. */
export function dealLedger(
  plan: Plan,
  deal: DealPlan,
  { instruments, bill, provider }: DealMonth,
): LedgerEntry[] {
  const customer = plan.customer.party;
  const { suppliers, others } = outsiders(plan);
  const under = { deal: deal.key };
  return [
    {
      ...under,
      from: customer,
      to: deal.provider,
      kind: 'compute',
      isCash: true,
      amount: bill.cashBilled,
    },
    {
      ...under,
      from: customer,
      to: deal.provider,
      kind: 'credits-used',
      isCash: false,
      amount: bill.creditsUsed,
    },
    { ...under, from: deal.provider, to: suppliers, kind: 'capex', isCash: true, amount: provider.capex },
    {
      ...under,
      from: deal.provider,
      to: others,
      kind: 'running-costs',
      isCash: true,
      amount: provider.runningCosts,
    },
    ...instruments.flatMap((instrument) => {
      const { plan: terms, rounds, newWarrantValue } = instrument;
      const given = { ...under, from: terms.from, to: customer };
      const isCash = terms.kind !== 'warrant' && terms.form === 'cash';
      return [
        { ...given, isCash, kind: terms.key, amount: ownPayment(instrument) + newWarrantValue },
        ...rounds.map(({ key, amount }) => ({ ...given, isCash, kind: key, amount })),
      ];
    }),
  ];
}

/** What the customer earns and spends outside its deals. */
export function customerLedger(plan: Plan, flows: CustomerFlows): LedgerEntry[] {
  const customer = plan.customer.party;
  const { customers, others } = outsiders(plan);
  return [
    { from: customers, to: customer, kind: 'revenue', deal: null, isCash: true, amount: flows.revenue },
    { from: customer, to: others, kind: 'other-costs', deal: null, isCash: true, amount: flows.otherCosts },
  ];
}

/** The three parties that stand for everybody else: always the last of the list. */
function outsiders(plan: Plan): { customers: number; suppliers: number; others: number } {
  const count = plan.parties.length;
  return { customers: count - 3, suppliers: count - 2, others: count - 1 };
}
