import { invariant } from '../../base/assert.ts';
import type { Block, Lanes } from '../block/block.ts';
import type { DealPlan } from '../plan/deal.ts';
import type { Plan } from '../plan/plan.ts';
import { capitalFlows } from '../step/capital/capital-flows.ts';
import { credits } from '../step/capital/credits.ts';
import { warrants } from '../step/capital/warrants.ts';
import { otherCosts } from '../step/customer/other-costs.ts';
import { revenue } from '../step/customer/revenue.ts';
import { providerCapex, runningCosts } from '../step/provider/provider-cash.ts';

/** A flow of the ledger while it is computed. */
export interface RunningFlow {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly deal: string | null;
  readonly isCash: boolean;
  readonly lanes: Lanes;
}

/**
 * Sets up every flow between parties: each leaves one and reaches another, and no dollar appears in two flows. What lies
 * outside the scenario is a party of its own (`Customers`, `Suppliers`, `Others`). Unit: USD in the month.
 */
export function ledgerFlows(block: Block, plan: Plan): readonly RunningFlow[] {
  const customer = plan.customer.party;
  const [customers, suppliers, others] = ['Customers', 'Suppliers', 'Others'].map((name) =>
    partyOf(plan, name),
  );
  const outside = { customer, suppliers, others };
  return [
    ...plan.deals.flatMap((deal) => dealFlows(block, deal, outside)),
    {
      from: customers,
      to: customer,
      kind: 'revenue',
      deal: null,
      isCash: true,
      lanes: block.use(revenue, plan),
    },
    {
      from: customer,
      to: others,
      kind: 'other-costs',
      deal: null,
      isCash: true,
      lanes: block.use(otherCosts, plan),
    },
  ];
}

function dealFlows(
  block: Block,
  deal: DealPlan,
  parties: { readonly customer: number; readonly suppliers: number; readonly others: number },
): readonly RunningFlow[] {
  const { customer, suppliers, others } = parties;
  const { used, cashBilled } = block.use(credits, deal);
  const capex = block.use(providerCapex, deal);
  const running = block.use(runningCosts, deal);
  const { payments, facilities } = block.use(capitalFlows, deal);
  const flow = (from: number, to: number, kind: string, isCash: boolean, lanes: Lanes): RunningFlow => ({
    from,
    to,
    kind,
    deal: deal.key,
    isCash,
    lanes,
  });
  return [
    flow(customer, deal.provider, 'compute', true, cashBilled),
    flow(customer, deal.provider, 'credits-used', false, used),
    flow(deal.provider, suppliers, 'capex', true, capex),
    flow(deal.provider, others, 'running-costs', true, running),
    ...payments.map((each) => flow(each.from, customer, each.key, each.form === 'cash', each.paid)),
    ...facilities.map(({ facility, drawn }) =>
      flow(facility.from, customer, facility.key, facility.form === 'cash', drawn),
    ),
    ...block.use(warrants, deal).map((each) => flow(each.from, customer, each.key, false, each.vested)),
  ];
}

function partyOf(plan: Plan, name: string): number {
  const index = plan.parties.lastIndexOf(name);
  invariant(index >= 0, `the plan knows the party ${name}`);
  return index;
}
