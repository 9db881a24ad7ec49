import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { itPower } from '../capacity/it-power.ts';
import { capitalFlows, flowsWhere } from '../capital/capital-flows.ts';
import { credits } from '../capital/credits.ts';
import { billed } from '../spend/billed.ts';

/** What a deal moves for its provider, USD in the month. */
export interface ProviderCash {
  readonly net: Lanes;
  /** Building cost of the power that came online. */
  readonly capex: Lanes;
  /** Running cost of what is billed. */
  readonly runningCosts: Lanes;
}

/**
 * Computes the provider's cash from a deal.
 *
 * Formula: `− cash it pays into the customer + margin · billed − credits used − capex per IT MW · growth of IT power`.
 * Credits cost nothing when granted and income when used. Unit: USD in the month.
 */
export function providerCash(block: Block, deal: DealPlan): ProviderCash {
  const { lanes } = block;
  const bill = block.use(billed, deal);
  const { used } = block.use(credits, deal);
  const { growth } = block.use(itPower, deal);
  const own = flowsWhere(
    block.use(capitalFlows, deal),
    (flow) => flow.form === 'cash' && flow.from === deal.provider,
  );
  const margin = block.input(deal.economics.margin);
  const capexPerItMw = block.input(deal.economics.capexPerItMw);
  const cells = { net: block.cell(), capex: block.cell(), runningCosts: block.cell() };
  const { net, capex, runningCosts } = cells;
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) {
      capex[l] = capexPerItMw[l] * growth[l];
      runningCosts[l] = (1 - margin[l]) * bill[l];
      net[l] = margin[l] * bill[l] - used[l] - capex[l];
    }
    for (const paid of own) {
      for (let l = 0; l < lanes; l += 1) net[l] -= paid[l];
    }
  });
  return cells;
}
