import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { formatQuantity } from '#shared/scenario/quantity/format-quantity.ts';
import { monthLabelAt } from '../calendar.ts';
import type { InputNote } from './answers.ts';

/** Digits in which a computed value of an input is written. */
const digits = 3;

/**
 * Writes a computed value of an input as it could stand in the text, to three digits. Dates are written by their month and lengths of
 * time in months, so that neighbouring values read alike.
 */
export function inputText(
  value: number,
  { dimension }: Pick<InputNote, 'dimension'>,
  start: YearMonth,
): string {
  if (!Number.isFinite(value)) return formatQuantity(value, dimension);
  if (dimension === 'date') return monthLabelAt(start, value);
  if (dimension === 'duration') {
    const months = Math.round(value * 10) / 10;
    return `${months} month${months === 1 ? '' : 's'}`;
  }
  return formatQuantity(Number(value.toPrecision(digits)), dimension, start).replace(/^-/, '−');
}
