import type { Block, Lanes } from '../../block/block.ts';
import { noAnswer } from '../../lanes/arithmetic.ts';

/** Finds the first month in which a flow is paid. Unit: index of the month; NaN if never within the horizon. */
export function firstMonthOf(block: Block, flow: Lanes): Lanes {
  const { lanes } = block;
  const first = noAnswer(block);
  block.onMonth((m) => {
    for (let l = 0; l < lanes; l += 1) if (flow[l] > 0 && Number.isNaN(first[l])) first[l] = m;
  });
  return first;
}
