import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { measureUnit } from '../expression/measure-unit.ts';
import { describeDimension, dimensions } from '../quantity/dimensions.ts';
import { parseQuantity } from '../quantity/parse-quantity.ts';
import type { Dimension } from '../quantity/quantity.ts';
import { isSameKind } from '../quantity/unit.ts';

/** Reads a plain value of a measure with some unit, as someone types it: `$100B`, `2 GW`, `90 %`. The error is a sentence. */
export function valueInUnit(text: string, unit: string, start: YearMonth): Outcome<number, string> {
  const { parts } = measureUnit(unit);
  const dimension = dimensions.find((known) => isSameKind(describeDimension(known).fixed.parts, parts));
  return valueOfDimension(text, dimension ?? 'number', start);
}

/** Reads a plain value of a dimension, as someone types it, in the fixed unit of the dimension. The error is a sentence. */
export function valueOfDimension(
  text: string,
  dimension: Dimension,
  start: YearMonth,
): Outcome<number, string> {
  const read = parseQuantity(text.trim(), dimension, { start });
  if (!read.ok) return fail(read.error.message);
  const { distribution } = read.value;
  if (distribution.kind === 'constant') return ok(distribution.value);
  return fail(
    `“${text}” is a distribution; one value is expected, such as ${describeDimension(dimension).example}.`,
  );
}
