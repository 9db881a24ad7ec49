import type { Block, Lanes } from '../../block/block.ts';
import { sumOf } from '../../lanes/arithmetic.ts';
import type { DealPlan } from '../../plan/deal.ts';
import type { Lots } from './lots.ts';
import { settlement } from './settlement.ts';

/** Computes the make-up credit at hand: lots that have not expired and what is on account. USD, end of month. */
export function makeUpBalance(block: Block, deal: DealPlan): Lanes {
  if (deal.commitment === null) return block.cell();
  const { makeUpLots, onAccount } = block.use(settlement, deal);
  return sumOf(block, [balance(block, makeUpLots), onAccount]);
}

/** Computes the over-consumption that can still be carried forward, USD at the end of the month. */
export function carryForwardBalance(block: Block, deal: DealPlan): Lanes {
  if (deal.commitment === null) return block.cell();
  return balance(block, block.use(settlement, deal).carryLots);
}

function balance(block: Block, { amount, findUsable }: Lots): Lanes {
  const { lanes } = block;
  const sum = block.cell();
  block.onMonth((m) => {
    for (let l = 0; l < lanes; l += 1) {
      findUsable(l, m);
      sum[l] = amount[l];
    }
  });
  return sum;
}
