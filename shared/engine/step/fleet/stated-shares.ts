import type { Lanes } from '../../block/block.ts';

/** The shares a mix states before availability is looked at, in the order of the mix. */
export interface StatedShares {
  /** Not negative; need not sum to 1. */
  readonly raw: readonly Lanes[];
  /** Fills `raw` for a month. Only months with power to fill are asked for, in increasing order. */
  readonly fill: (month: number) => void;
}
