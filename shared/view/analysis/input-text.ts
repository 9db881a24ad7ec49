import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { formatQuantity } from '#shared/scenario/quantity/format-quantity.ts';
import { monthLabelAt } from '../calendar.ts';
import type { InputNote } from './answers.ts';

/** Digits in which a computed value of an input is written. */
const digits = 4;

/** Writes a computed value of an input as it could stand in the text, to four digits; dates by their month. */
export function inputText(
  value: number,
  { dimension }: Pick<InputNote, 'dimension'>,
  start: YearMonth,
): string {
  if (dimension === 'date') return monthLabelAt(start, value);
  const size = Math.abs(value);
  // Years and months of a length of time do not share their digits; a tenth of a month is enough.
  const rounded =
    dimension === 'duration' && size < 1000 ? Math.round(value * 10) / 10 : Number(value.toPrecision(digits));
  return formatQuantity(rounded, dimension, start);
}
