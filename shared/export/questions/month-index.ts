import type { Projection } from '#shared/engine/projection.ts';
import { monthOf } from './comparison-month.ts';

/** Counts a calendar month from the start of a projection, 0 for its first; the last one where none is named, ends kept. */
export function monthIndex(
  { start, months }: Pick<Projection, 'start' | 'months'>,
  code: string | null,
): number {
  if (code === null) return months - 1;
  const { year, month } = monthOf(code);
  const at = (year - start.year) * 12 + (month - start.month);
  return Math.max(0, Math.min(months - 1, at));
}
