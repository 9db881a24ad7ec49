import type { Block, Lanes } from '../block/block.ts';
import { add, copy } from '../loops/elementwise.ts';
import { divide } from '../loops/money.ts';
import { addAll } from './add-all.ts';

/** Returns a cell that holds the sum of others, added in the order given. */
export function sumOf(block: Block, parts: readonly Lanes[]): Lanes {
  if (parts.length === 1) return parts[0];
  const sum = block.cell();
  for (const step of additions(block, sum, parts)) block.onMonth(step);
  return sum;
}

/** Returns a cell that holds the sum of outcomes, added when the run has ended. */
export function sumOfOutcomes(block: Block, parts: readonly Lanes[]): Lanes {
  if (parts.length === 1) return parts[0];
  const sum = block.cell();
  for (const step of additions(block, sum, parts)) block.onEnd(step);
  return sum;
}

/** Returns a cell that holds `numerator / denominator`, NaN where the denominator is zero. */
export function quotientOf(block: Block, numerator: Lanes, denominator: Lanes): Lanes {
  const quotient = block.cell();
  block.onMonth(block.loop(divide, quotient, numerator, denominator));
  return quotient;
}

/** Returns a cell that adds up a flow over the months of the run. */
export function cumulativeOf(block: Block, flow: Lanes): Lanes {
  const total = block.cell();
  block.onMonth(block.loop(add, total, flow));
  return total;
}

/** Returns a cell that stays NaN: the value of what has no answer. */
export function noAnswer(block: Block): Lanes {
  const cell = block.cell();
  block.onStart(() => cell.fill(Number.NaN));
  return cell;
}

function additions(block: Block, sum: Lanes, parts: readonly Lanes[]): (() => void)[] {
  const [first, ...others] = parts;
  return first === undefined ? [] : [block.loop(copy, sum, first), ...addAll(block, sum, others)];
}
