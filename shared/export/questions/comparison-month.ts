import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { ComparisonOutcomes } from '#shared/view/compare/outcomes.ts';

/** Reads a calendar month whose form has been checked. */
export function monthOf(code: string): YearMonth {
  const [year = 0, month = 1] = code.split('-').map(Number);
  return { year, month };
}

/** The month a comparison is looked at: the one named where it has rows, else the last that all scenarios have; null without rows. */
export function looksAt({ rows }: Pick<ComparisonOutcomes, 'rows'>, code: string | null): YearMonth | null {
  const named = code === null ? null : monthOf(code);
  const found = rows.find(({ at }) => at.year === named?.year && at.month === named.month)?.at;
  return found ?? rows.map(({ at }) => at).reduce<YearMonth | null>(later, null);
}

function later(one: YearMonth | null, other: YearMonth): YearMonth {
  return one !== null && one.year * 12 + one.month >= other.year * 12 + other.month ? one : other;
}
