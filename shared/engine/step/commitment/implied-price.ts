import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { commitmentTerm } from './commitment-term.ts';

/**
 * Computes the price per GW-year that a commitment and a ceiling imply if both bind for the whole term: the figure that
 * shows when a "$100B" and a "5 GW" cannot both.
 *
 * Formula: `Σ C / (term years) / Σ ceiling GW` over the deals that state both. Unit: USD per GW-year, constant over a run;
 * NaN where no deal does.
 */
export function ceilingPrice(block: Block, deals: readonly DealPlan[]): Lanes {
  const { lanes } = block;
  const parts = deals.flatMap(({ commitment, capacity }) =>
    commitment === null || capacity.ceilingMw === null
      ? []
      : [
          {
            amount: block.input(commitment.amount),
            term: block.use(commitmentTerm, commitment).months,
            ceiling: block.input(capacity.ceilingMw),
          },
        ],
  );
  const price = block.cell();
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) {
      let perYear = 0;
      let gigawatts = 0;
      for (const { amount, term, ceiling } of parts) {
        perYear += amount[l] / (term[l] / 12);
        gigawatts += ceiling[l] / 1000;
      }
      price[l] = gigawatts > 0 ? perYear / gigawatts : Number.NaN;
    }
  });
  return price;
}
