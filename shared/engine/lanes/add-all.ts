import type { Block, Lanes } from '../block/block.ts';
import {
  add,
  addFour,
  addThree,
  addTwo,
  subtract,
  subtractFour,
  subtractThree,
  subtractTwo,
} from '../loops/elementwise.ts';

/** The same done with one part, with two, three and four. */
interface Combination {
  readonly one: (into: Lanes, a: Lanes) => void;
  readonly two: (into: Lanes, a: Lanes, b: Lanes) => void;
  readonly three: (into: Lanes, a: Lanes, b: Lanes, c: Lanes) => void;
  readonly four: (into: Lanes, a: Lanes, b: Lanes, c: Lanes, d: Lanes) => void;
}

const addition: Combination = { one: add, two: addTwo, three: addThree, four: addFour };
const subtraction: Combination = {
  one: subtract,
  two: subtractTwo,
  three: subtractThree,
  four: subtractFour,
};

/** Prepares steps that add cells to another in the order given, up to four in a loop. */
export function addAll(block: Block, into: Lanes, parts: readonly Lanes[]): readonly (() => void)[] {
  return combineAll(block, addition, into, parts);
}

/** Prepares steps that take cells from another in the order given, up to four in a loop. */
export function subtractAll(block: Block, from: Lanes, parts: readonly Lanes[]): readonly (() => void)[] {
  return combineAll(block, subtraction, from, parts);
}

function combineAll(
  block: Block,
  { one, two, three, four }: Combination,
  into: Lanes,
  parts: readonly Lanes[],
): readonly (() => void)[] {
  const steps: (() => void)[] = [];
  for (let from = 0; from < parts.length; from += 4) {
    const [a, b, c, d] = parts.slice(from, from + 4);
    if (b === undefined) steps.push(block.loop(one, into, a));
    else if (c === undefined) steps.push(block.loop(two, into, a, b));
    else if (d === undefined) steps.push(block.loop(three, into, a, b, c));
    else steps.push(block.loop(four, into, a, b, c, d));
  }
  return steps;
}
