import type { Block, Lanes } from '../block/block.ts';
import { add, addFour, addThree, addTwo } from '../loops/elementwise.ts';

/** Prepares steps that add cells to another in the order given, up to four in a loop. */
export function addAll(block: Block, into: Lanes, parts: readonly Lanes[]): readonly (() => void)[] {
  const steps: (() => void)[] = [];
  for (let from = 0; from < parts.length; from += 4) {
    const [a, b, c, d] = parts.slice(from, from + 4);
    if (b === undefined) steps.push(block.loop(add, into, a));
    else if (c === undefined) steps.push(block.loop(addTwo, into, a, b));
    else if (d === undefined) steps.push(block.loop(addThree, into, a, b, c));
    else steps.push(block.loop(addFour, into, a, b, c, d));
  }
  return steps;
}
