import type { Block, Lanes } from '../../block/block.ts';
import { noAnswer } from '../../lanes/arithmetic.ts';

/**
 * Finds when a flow has paid itself back: `m + 1` for the first month at whose end its sum is not negative after having
 * been negative. Unit: months since the start; NaN if never within the horizon.
 */
export function paybackMonth(block: Block, flow: Lanes): Lanes {
  const { lanes } = block;
  const sum = block.cell();
  const wasNegative = new Uint8Array(lanes);
  const month = noAnswer(block);
  block.onStart(() => wasNegative.fill(0));
  block.onMonth((m) => {
    for (let l = 0; l < lanes; l += 1) {
      sum[l] += flow[l];
      if (sum[l] < 0) wasNegative[l] = 1;
      else if (wasNegative[l] === 1 && Number.isNaN(month[l])) month[l] = m + 1;
    }
  });
  return month;
}
