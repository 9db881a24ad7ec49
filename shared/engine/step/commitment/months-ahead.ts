import type { Block, Lanes } from '../../block/block.ts';
import { noAnswer } from '../../lanes/arithmetic.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { commitmentTerm } from './commitment-term.ts';
import { type RampCurve, rampCurve } from './cumulative-ramp.ts';
import { commitmentProgress } from './progress.ts';

/**
 * Computes how far consumption is ahead of the commitment (negative: behind), measured along its ramp.
 *
 * Formula: `(x* − x) · term`, `x*` the smallest `x` with `F(x) = min(1, progress / C)`, found by bisection to 1e-12.
 * Unit: months at the end of the month; 0 before the term, NaN without a commitment.
 */
export function monthsAhead(block: Block, deal: DealPlan): Lanes {
  if (deal.commitment === null) return noAnswer(block);
  const { lanes } = block;
  const amount = block.input(deal.commitment.amount);
  const { begins, months } = block.use(commitmentTerm, deal.commitment);
  const curve = block.use(rampCurve, deal.commitment);
  const progress = block.use(commitmentProgress, deal);
  const ahead = block.cell();
  const fraction = block.cell();
  const reached = block.cell();
  const findReached = bisection(block, curve, fraction, reached);
  block.onMonth((m) => {
    if (advance(fraction, progress, amount) || m === 0) findReached();
    for (let l = 0; l < lanes; l += 1) {
      const x = Math.min(1, (m + 1 - begins[l]) / months[l]);
      if (!(amount[l] > 0)) ahead[l] = Number.NaN;
      else ahead[l] = x <= 0 ? 0 : (reached[l] - x) * months[l];
    }
  });
  return ahead;
}

/** Sets the fraction of the commitment that is reached; says whether it has changed in any lane, as it does not once all is met. */
function advance(fraction: Lanes, progress: Lanes, amount: Lanes): boolean {
  let hasChanged = false;
  for (let l = 0; l < fraction.length; l += 1) {
    const now = Math.min(1, progress[l] / amount[l]);
    if (now !== fraction[l]) hasChanged = true;
    fraction[l] = now;
  }
  return hasChanged;
}

/** Halvings that bring a share of the term to within 1e-12. */
const halvings = 40;

/** Prepares the search for the smallest `x` at which a curve reaches a fraction, on all lanes at once. */
function bisection(block: Block, curve: RampCurve, fraction: Lanes, x: Lanes): () => void {
  const { lanes } = block;
  const below = block.cell();
  const middle = block.cell();
  const found = block.cell();
  const spread = curve(middle, found);
  return () => {
    below.fill(0);
    x.fill(1);
    for (let i = 0; i < halvings; i += 1) {
      for (let l = 0; l < lanes; l += 1) middle[l] = (below[l] + x[l]) / 2;
      spread();
      for (let l = 0; l < lanes; l += 1) {
        if (found[l] >= fraction[l]) x[l] = middle[l];
        else below[l] = middle[l];
      }
    }
    for (let l = 0; l < lanes; l += 1) if (fraction[l] <= 0) x[l] = 0;
  };
}
