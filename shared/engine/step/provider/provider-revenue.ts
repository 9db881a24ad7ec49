import type { Block, Lanes } from '../../block/block.ts';
import { noAnswer } from '../../lanes/arithmetic.ts';
import { pathReader } from '../../lanes/path-reader.ts';
import { divideBy } from '../../loops/money.ts';
import type { DealPlan } from '../../plan/deal.ts';

/** Reads the provider's total revenue of a month, a twelfth of its yearly pace. Unit: USD; NaN where it is not stated. */
export function providerRevenue(block: Block, deal: DealPlan): Lanes {
  const { providerRevenuePerYear } = deal.economics;
  if (providerRevenuePerYear === null) return noAnswer(block);
  const revenue = block.cell();
  const read = pathReader(block, providerRevenuePerYear, revenue);
  const share = block.loop(divideBy, revenue);
  block.onMonth((m) => {
    read(m);
    share(12);
  });
  return revenue;
}
