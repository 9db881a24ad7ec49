import type { Block, Lanes } from '../../block/block.ts';
import type { CommitmentPlan } from '../../plan/deal.ts';

/** When a commitment runs, in whole months, constant over a run. */
export interface CommitmentTerm {
  /** First month of the term, months since the start; may lie before it. */
  readonly begins: Lanes;
  /** Length, at least one month. */
  readonly months: Lanes;
  /** Month of the last settlement: the month in which the term ends. */
  readonly lastMonth: Lanes;
}

/** Fixes the contract calendar: it begins in a whole month, so that every dollar committed falls into a settlement. */
export function commitmentTerm(block: Block, commitment: CommitmentPlan): CommitmentTerm {
  const { lanes } = block;
  const stated = block.input(commitment.begins);
  const length = block.input(commitment.termMonths);
  const term = { begins: block.cell(), months: block.cell(), lastMonth: block.cell() };
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) {
      term.begins[l] = Math.floor(stated[l]);
      term.months[l] = Math.max(1, length[l]);
      term.lastMonth[l] = term.begins[l] + Math.ceil(term.months[l]) - 1;
    }
  });
  return term;
}
