import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import type { Plan } from '../../plan/plan.ts';
import { itPower } from '../capacity/it-power.ts';
import { billed } from '../spend/billed.ts';

/** A quantity of each provider, summed over its deals. */
function byProvider(plan: Plan, ofDeal: (deal: DealPlan) => Lanes): readonly (readonly Lanes[])[] {
  const providers = [...new Set(plan.deals.map((deal) => deal.provider))];
  return providers.map((provider) => plan.deals.filter((deal) => deal.provider === provider).map(ofDeal));
}

/**
 * Computes the Herfindahl–Hirschman index of a quantity over providers: `Σ share²`, between 1 / providers and 1, NaN where
 * there is nothing to share. Deals with the same provider count as one. Source: O. C. Herfindahl (1950).
 */
function concentration(block: Block, parts: readonly (readonly Lanes[])[]): Lanes {
  const { lanes } = block;
  const index = block.cell();
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) {
      let total = 0;
      let squares = 0;
      for (const deals of parts) {
        let own = 0;
        for (const part of deals) own += part[l];
        total += own;
        squares += own * own;
      }
      index[l] = total > 0 ? squares / (total * total) : Number.NaN;
    }
  });
  return index;
}

/** Computes the concentration of online IT power over providers, end of month. */
export function powerConcentration(block: Block, plan: Plan): Lanes {
  return concentration(
    block,
    byProvider(plan, (deal) => block.use(itPower, deal).it),
  );
}

/** Computes the concentration of the month's billed spend over providers. */
export function spendConcentration(block: Block, plan: Plan): Lanes {
  return concentration(
    block,
    byProvider(plan, (deal) => block.use(billed, deal)),
  );
}

/** Computes the IT power that does not stand at the largest provider: the way out. Unit: MW, end of month. */
export function escapePower(block: Block, plan: Plan): Lanes {
  const { lanes } = block;
  const parts = byProvider(plan, (deal) => block.use(itPower, deal).it);
  const outside = block.cell();
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) {
      let total = 0;
      let largest = 0;
      for (const deals of parts) {
        let own = 0;
        for (const part of deals) own += part[l];
        total += own;
        if (own > largest) largest = own;
      }
      outside[l] = total - largest;
    }
  });
  return outside;
}
