import type { Block, Lanes } from '../../block/block.ts';
import { createRateFinder } from '../../finance/irr.ts';

/** The internal rate of return of a flow over the horizon. */
export interface InternalRate {
  /** Per year; NaN unless there is exactly one. */
  readonly rate: Lanes;
  /** How many there are. */
  readonly count: Lanes;
}

/** Finds the internal rate of a monthly flow when the run has ended: flows at month end, actual days / 365. */
export function internalRate(block: Block, flow: Lanes): InternalRate {
  const { lanes, months } = block;
  const { endDay } = block.calendar;
  const record = block.series();
  const findRates = createRateFinder(endDay);
  const path = new Float64Array(months);
  const rate = block.cell();
  const count = block.cell();
  let found = Number.NaN;
  let roots = 0;
  const note = (root: number): void => {
    found = root;
    roots += 1;
  };
  block.record(flow, record);
  block.onEnd(() => {
    for (let l = 0; l < lanes; l += 1) {
      for (let m = 0; m < months; m += 1) path[m] = record[m * lanes + l];
      roots = 0;
      findRates(path, note);
      count[l] = roots;
      rate[l] = roots === 1 ? found : Number.NaN;
    }
  });
  return { rate, count };
}
