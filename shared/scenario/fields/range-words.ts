import { describeDimension } from '../quantity/dimensions.ts';
import { formatQuantity } from '../quantity/format-quantity.ts';
import type { Dimension } from '../quantity/quantity.ts';
import type { Range } from '../value.ts';

/** Says a range in the unit people use: `0 % to 100 %`, `at least $0`; null where there is none. */
export function rangeWords(dimension: Dimension, { min, max }: Range): string | null {
  const low = min === undefined ? null : formatQuantity(min, dimension);
  const high = max === undefined ? null : formatQuantity(max, dimension);
  if (low !== null && high !== null) return `${low} to ${high}`;
  if (low !== null) return `at least ${low}`;
  return high === null ? null : `at most ${high}`;
}

/** Says what is expected of a quantity, with an example: `power, such as 2.5 GW`. */
export function expectedQuantity(dimension: Dimension): string {
  const { words, example } = describeDimension(dimension);
  return `${words}, such as ${example}`;
}
