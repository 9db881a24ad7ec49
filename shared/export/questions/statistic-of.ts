import type { Shown } from '#shared/view/compare/outcome-table.ts';
import type { ComparisonOutcomes } from '#shared/view/compare/outcomes.ts';

/** What of the draws a page shows: what it asks for, else means; where no draws were wanted, the central paths. */
export function statisticOf({ wanted }: Pick<ComparisonOutcomes, 'wanted'>, asked: Shown | null): Shown {
  return wanted > 1 ? (asked ?? 'mean') : 'central';
}
