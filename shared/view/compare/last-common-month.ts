import { invariant } from '#shared/base/assert.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { monthAfter } from '../calendar.ts';

/** Gives the last month that all of some projections have; there must be one. */
export function lastCommonMonth(
  projections: readonly { readonly start: YearMonth; readonly months: number }[],
): YearMonth {
  const [first, ...others] = projections.map(({ start, months }) => monthAfter(start, months - 1));
  invariant(first !== undefined, 'what is compared has at least one projection');
  return others.reduce((last, end) => (countOf(end) < countOf(last) ? end : last), first);
}

function countOf({ year, month }: YearMonth): number {
  return year * 12 + month;
}
