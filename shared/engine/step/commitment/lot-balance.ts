import type { Block, Lanes } from '../../block/block.ts';
import { sumOf } from '../../lanes/arithmetic.ts';
import type { DealPlan } from '../../plan/deal.ts';
import type { Slot } from '../../plan/input.ts';
import type { Lots } from './lots.ts';
import { settlement } from './settlement.ts';

/** Computes the make-up credit at hand: lots that have not expired and what is on account. USD, end of month. */
export function makeUpBalance(block: Block, deal: DealPlan): Lanes {
  if (deal.commitment === null) return block.cell();
  const { makeUpLots, onAccount } = block.use(settlement, deal);
  return sumOf(block, [balance(block, makeUpLots, deal.commitment.makeUpMonths), onAccount]);
}

/** Computes the over-consumption that can still be carried forward, USD at the end of the month. */
export function carryForwardBalance(block: Block, deal: DealPlan): Lanes {
  if (deal.commitment === null) return block.cell();
  return balance(block, block.use(settlement, deal).carryLots, deal.commitment.carryForwardMonths);
}

function balance(block: Block, { usable }: Lots, ageLimit: Slot): Lanes {
  const { lanes } = block;
  const limit = block.input(ageLimit);
  const sum = block.cell();
  block.onMonth((m) => {
    for (let l = 0; l < lanes; l += 1) sum[l] = usable(l, m, limit[l]);
  });
  return sum;
}
