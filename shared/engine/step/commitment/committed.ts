import type { Block, Lanes } from '../../block/block.ts';
import { multiply } from '../../lanes/operations.ts';
import type { CommitmentPlan } from '../../plan/deal.ts';
import { commitmentTerm } from './commitment-term.ts';
import { rampCurve } from './cumulative-ramp.ts';

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
  const x = block.cell();
  const cells = { toDate: block.cell(), flow: block.cell(), opening: block.cell() };
  const { toDate, flow, opening } = cells;

  const commitUntil = (month: number): void => {
    for (let l = 0; l < lanes; l += 1) x[l] = (month - begins[l]) / months[l];
    curve(x, flow);
    multiply(flow, flow, amount);
  };

  block.onStart(() => {
    commitUntil(0);
    opening.set(flow);
    toDate.set(flow);
  });
  block.onMonth((m) => {
    commitUntil(m + 1);
    for (let l = 0; l < lanes; l += 1) {
      const now = flow[l];
      flow[l] = now - toDate[l];
      toDate[l] = now;
    }
  });
  return cells;
}
