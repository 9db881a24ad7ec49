import type { Block, Lanes } from '../../block/block.ts';
import { subtractAll } from '../../lanes/add-all.ts';
import { multiply } from '../../loops/elementwise.ts';
import { sumProviderCash } from '../../loops/money.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { itPower } from '../capacity/it-power.ts';
import { capitalFlows, flowsWhere } from '../capital/capital-flows.ts';
import { credits } from '../capital/credits.ts';
import { billed } from '../spend/billed.ts';

/**
 * Computes the provider's cash from a deal.
 *
 * Formula: `− cash it pays into the customer + margin · billed − credits used − capex per IT MW · growth of IT power`.
 * Credits cost nothing when granted and income when used. Unit: USD in the month.
 */
export function providerCash(block: Block, deal: DealPlan): Lanes {
  const bill = block.use(billed, deal);
  const { used } = block.use(credits, deal);
  const capex = block.use(providerCapex, deal);
  const own = flowsWhere(
    block.use(capitalFlows, deal),
    (flow) => flow.form === 'cash' && flow.from === deal.provider,
  );
  const margin = block.input(deal.economics.margin);
  const net = block.cell();
  block.onMonth(block.loop(sumProviderCash, net, margin, bill, used, capex));
  for (const step of subtractAll(block, net, own)) block.onMonth(step);
  return net;
}

/** Computes what the provider spends on building: `capex per IT MW · growth of IT power`. Unit: USD in the month. */
export function providerCapex(block: Block, deal: DealPlan): Lanes {
  const { growth } = block.use(itPower, deal);
  const capexPerItMw = block.input(deal.economics.capexPerItMw);
  const capex = block.cell();
  block.onMonth(block.loop(multiply, capex, capexPerItMw, growth));
  return capex;
}

/** Computes what running the capacity costs the provider: `(1 − margin) · billed`. Unit: USD in the month. */
export function runningCosts(block: Block, deal: DealPlan): Lanes {
  const { lanes } = block;
  const bill = block.use(billed, deal);
  const margin = block.input(deal.economics.margin);
  const costs = block.cell();
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) costs[l] = (1 - margin[l]) * bill[l];
  });
  return costs;
}
