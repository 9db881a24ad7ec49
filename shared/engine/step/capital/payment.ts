import type { Lanes } from '../../block/block.ts';

/** One payment stream of an instrument, other than draws on a facility. */
export interface Payment {
  readonly key: string;
  /** Index in `Plan.parties` of who pays. */
  readonly from: number;
  readonly form: 'cash' | 'credits';
  /** Paid in the month, USD. */
  readonly paid: Lanes;
  /** Paid before the scenario starts, USD, constant over a run. */
  readonly before: Lanes;
  /** The most it can pay from the start on, USD, constant over a run; part of a facility's cap where it is one. */
  readonly promised: Lanes;
}
