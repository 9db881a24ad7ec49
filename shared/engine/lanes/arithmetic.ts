import type { Block, Lanes } from '../block/block.ts';
import { add } from './operations.ts';

/** Returns a cell that holds the sum of others, added in the order given. */
export function sumOf(block: Block, parts: readonly Lanes[]): Lanes {
  if (parts.length === 1) return parts[0];
  const sum = block.cell();
  block.onMonth(() => addUp(sum, parts));
  return sum;
}

/** Returns a cell that holds the sum of outcomes, added when the run has ended. */
export function sumOfOutcomes(block: Block, parts: readonly Lanes[]): Lanes {
  if (parts.length === 1) return parts[0];
  const sum = block.cell();
  block.onEnd(() => addUp(sum, parts));
  return sum;
}

/** Returns a cell that holds `numerator / denominator`, NaN where the denominator is zero. */
export function quotientOf(block: Block, numerator: Lanes, denominator: Lanes): Lanes {
  const { lanes } = block;
  const quotient = block.cell();
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) {
      quotient[l] = denominator[l] === 0 ? Number.NaN : numerator[l] / denominator[l];
    }
  });
  return quotient;
}

/** Returns a cell that adds up a flow over the months of the run. */
export function cumulativeOf(block: Block, flow: Lanes): Lanes {
  const total = block.cell();
  block.onMonth(() => add(total, flow));
  return total;
}

/** Returns a cell that stays NaN: the value of what has no answer. */
export function noAnswer(block: Block): Lanes {
  const cell = block.cell();
  block.onStart(() => cell.fill(Number.NaN));
  return cell;
}

function addUp(sum: Lanes, parts: readonly Lanes[]): void {
  if (parts.length === 0) return;
  sum.set(parts[0]);
  for (let p = 1; p < parts.length; p += 1) add(sum, parts[p]);
}
