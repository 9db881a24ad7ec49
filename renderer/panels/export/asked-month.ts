import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { monthAfter, monthCode } from '#shared/view/calendar.ts';

/** The month a pinned page looks at: the last one is left unsaid, so that it stays the last whatever the horizon becomes. */
export function askedMonth(start: YearMonth, months: number, month: number): string | null {
  return month >= months - 1 ? null : monthCode(monthAfter(start, month));
}
