import type { Block, Lanes } from '../../block/block.ts';
import { sumBill } from '../../loops/money.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { settlement } from '../commitment/settlement.ts';
import { consumption } from './consumption.ts';

/**
 * Computes what the provider bills: consumption, plus what take-or-pay adds, less what make-up credit pays.
 *
 * Formula: `billed = consumption + shortfall − make-up used`. Unit: USD in the month.
 */
export function billed(block: Block, deal: DealPlan): Lanes {
  const { total } = block.use(consumption, deal);
  if (deal.commitment === null) return total;
  const { shortfall, makeUpUsed } = block.use(settlement, deal);
  const bill = block.cell();
  block.onMonth(block.loop(sumBill, bill, total, shortfall, makeUpUsed));
  return bill;
}
