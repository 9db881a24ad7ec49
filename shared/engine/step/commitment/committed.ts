import type { Block, Lanes } from '../../block/block.ts';
import type { CommitmentPlan } from '../../plan/deal.ts';
import { commitmentTerm } from './commitment-term.ts';
import { fractionAt, rampCurve } from './cumulative-ramp.ts';

/** What is committed over time, USD. */
export interface Committed {
  /** Committed by the end of the month, what lies before the start included. */
  readonly toDate: Lanes;
  /** Committed in the month. */
  readonly flow: Lanes;
  /** Committed before the start: history. */
  readonly opening: Lanes;
}

/**
 * Spreads the commitment over its term.
 *
 * Formula: `toDate(m) = C · F(x)`, `x = clamp((m + 1 − begins) / term, 0, 1)`; the flow is its growth. Unit: USD.
 */
export function committed(block: Block, commitment: CommitmentPlan): Committed {
  const { lanes } = block;
  const amount = block.input(commitment.amount);
  const { begins, months } = block.use(commitmentTerm, commitment);
  const curve = block.use(rampCurve, commitment);
  const cells = { toDate: block.cell(), flow: block.cell(), opening: block.cell() };
  const { toDate, flow, opening } = cells;
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) {
      opening[l] = amount[l] * fractionAt(curve, l, -begins[l] / months[l]);
      toDate[l] = opening[l];
    }
  });
  block.onMonth((m) => {
    for (let l = 0; l < lanes; l += 1) {
      const now = amount[l] * fractionAt(curve, l, (m + 1 - begins[l]) / months[l]);
      flow[l] = now - toDate[l];
      toDate[l] = now;
    }
  });
  return cells;
}
