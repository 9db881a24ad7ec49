import { formatNumber } from '../format.ts';
import type { ComparisonOutcomes } from './outcomes.ts';

/** Says why a comparison made fewer draws than were asked for; null where it did not, or stopped because its figures had settled. */
export function fewerDraws({
  done,
  wanted,
  asked,
  scenarios,
}: Pick<ComparisonOutcomes, 'done' | 'wanted' | 'asked' | 'scenarios'>): string | null {
  if (done < wanted || wanted >= asked) return null;
  return `${formatNumber(asked, 0)} were asked for, memory holds no more of ${scenarios.length} scenarios at once`;
}
