import type { Outcome } from '#shared/base/outcome.ts';
import { parseQuantity, type QuantityContext } from './parse-quantity.ts';
import type { Dimension, Quantity, QuantityFault } from './quantity.ts';

const known = new Map<string, Outcome<Quantity, QuantityFault>>();
/** A scenario with all it uses has some hundred wordings. */
const most = 8192;
const longestKept = 200;

/**
 * Reads a quantity as `parseQuantity` does, each wording once: defaults and usual values stand in many places, and an edit
 * changes one of them.
 */
export function parseOnce(
  text: string,
  dimension: Dimension,
  context: QuantityContext,
): Outcome<Quantity, QuantityFault> {
  if (text.length > longestKept) return parseQuantity(text, dimension, context);
  const { start, range } = context;
  const key = `${dimension} ${start?.year}-${start?.month} ${range?.min} ${range?.max} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const parsed = parseQuantity(text, dimension, context);
  if (known.size >= most) known.clear();
  known.set(key, parsed);
  return parsed;
}
