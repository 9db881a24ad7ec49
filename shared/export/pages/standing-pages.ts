import { standingCharts } from '#shared/view/standing-charts.ts';
import { isComparison } from '../questions/question.ts';
import { readQuestion } from '../questions/question-text.ts';

/** Every page there is without the user's own charts, in the order of an export. */
export const standingPages: readonly { readonly id: string; readonly topic: string }[] = [
  { id: 'headline', topic: 'Headline figures' },
  ...standingCharts,
  { id: 'tornado', topic: 'What moves it' },
  { id: 'money', topic: 'Who pays whom' },
  { id: 'inputs', topic: 'Key inputs' },
];

/** Says whether a page is about several scenarios together. */
export function isComparisonPage(id: string): boolean {
  const read = readQuestion(id);
  return id === 'compare' || (read.ok && read.value !== null && isComparison(read.value));
}
