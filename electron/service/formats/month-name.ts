import type { YearMonth } from '#shared/engine/plan/plan.ts';

/** Names a month of a projection as `2026-04`, counting from its first. */
export function monthName(start: YearMonth, month: number): string {
  const index = start.year * 12 + start.month - 1 + Math.floor(month);
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
