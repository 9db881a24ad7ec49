import type { Block, Lanes } from '../../block/block.ts';
import { flowOf, shareOfTerm } from '../../loops/commitment.ts';
import { scale } from '../../loops/elementwise.ts';
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
  const amount = block.input(commitment.amount);
  const { begins, months } = block.use(commitmentTerm, commitment);
  const cells = { toDate: block.cell(), flow: block.cell(), opening: block.cell() };
  const { toDate, flow, opening } = cells;

  const x = block.cell();
  const elapse = block.loop(shareOfTerm, x, begins, months);
  const spread = block.use(rampCurve, commitment)(x, flow);
  const commit = block.loop(scale, flow, amount);
  const move = block.loop(flowOf, flow, toDate);
  const commitUntil = (month: number): void => {
    elapse(month);
    spread();
    commit();
  };

  block.onStart(() => {
    commitUntil(0);
    opening.set(flow);
    toDate.set(flow);
  });
  block.onMonth((m) => {
    commitUntil(m + 1);
    move();
  });
  return cells;
}
