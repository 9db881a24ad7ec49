import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { billed } from '../spend/billed.ts';
import { capitalFlows, flowsWhere } from './capital-flows.ts';

/** Cloud credits of a deal, USD. */
export interface Credits {
  /** Bill paid with credits in the month. */
  readonly used: Lanes;
  /** What the customer still pays in cash in the month. */
  readonly cashBilled: Lanes;
  /** Credits left at the end of the month. */
  readonly balance: Lanes;
}

/**
 * Lets credits pay the bill of their deal first.
 *
 * Formula: `used = min(balance(m−1) + granted, billed)`, cash billed `= billed − used`. Unit: USD, not negative. Credits
 * granted before the start are taken as used up.
 */
export function credits(block: Block, deal: DealPlan): Credits {
  const { lanes } = block;
  const bill = block.use(billed, deal);
  const used = block.cell();
  const balance = block.cell();
  if (!deal.capital.instruments.some((instrument) => instrument.form === 'credits')) {
    return { used, cashBilled: bill, balance };
  }
  const granted = flowsWhere(block.use(capitalFlows, deal), (flow) => flow.form === 'credits');
  const cashBilled = block.cell();
  block.onMonth(() => {
    for (const grant of granted) {
      for (let l = 0; l < lanes; l += 1) balance[l] += grant[l];
    }
    for (let l = 0; l < lanes; l += 1) {
      used[l] = Math.min(balance[l], bill[l]);
      balance[l] -= used[l];
      cashBilled[l] = bill[l] - used[l];
    }
  });
  return { used, cashBilled, balance };
}
