import type { Block, Lanes } from '../../block/block.ts';
import { noAnswer } from '../../lanes/arithmetic.ts';
import { pathReader } from '../../lanes/path-reader.ts';
import type { DealPlan } from '../../plan/deal.ts';

/** Reads the provider's total revenue of a month, a twelfth of its yearly pace. Unit: USD; NaN where it is not stated. */
export function providerRevenue(block: Block, deal: DealPlan): Lanes {
  const { providerRevenuePerYear } = deal.economics;
  if (providerRevenuePerYear === null) return noAnswer(block);
  const { lanes } = block;
  const read = pathReader(block, providerRevenuePerYear);
  const revenue = block.cell();
  block.onMonth((m) => {
    read(m, revenue);
    for (let l = 0; l < lanes; l += 1) revenue[l] /= 12;
  });
  return revenue;
}
