import type { ExportedScenario } from '../document.ts';
import type { ComparisonAnswer } from '../questions/answer.ts';
import type { ComparisonQuestion } from '../questions/question.ts';
import { beliefsPage, cornersPage } from './beliefs-page.ts';
import { bridgePage } from './bridge-page.ts';
import { differencePage } from './difference-page.ts';
import { differencesPage } from './differences-page.ts';
import { milestonesPage } from './milestones-page.ts';
import { outcomesPage } from './outcomes-page.ts';
import { overlayPage } from './overlay-page.ts';
import type { ExportPage } from './page.ts';

type Pair = readonly [base: ExportedScenario, other: ExportedScenario];

/** Makes the pages of a question about several scenarios: one of all, or one for each that is set against the base. */
export function answeredComparison(
  version: string,
  scenarios: readonly ExportedScenario[],
  question: ComparisonQuestion,
  answer: ComparisonAnswer | null,
  usualMeasure: string,
): readonly ExportPage[] {
  const [base, ...others] = scenarios;
  if (answer === null || base === undefined) return [];
  const pairs = others.map((other): Pair => [base, other]);
  /** A page for each pair that has an answer. */
  const each = <T>(list: readonly (T | null)[], make: (pair: Pair, own: T) => ExportPage | null) =>
    pairs.flatMap((pair, at) => {
      const own = list[at] ?? null;
      return own === null ? [] : (make(pair, own) ?? []);
    });
  const outcomes = answer.kind === 'outcomes' ? answer.outcomes : null;
  switch (question.kind) {
    case 'outcomes':
      return listed(outcomes && outcomesPage(version, scenarios, question, outcomes, usualMeasure));
    case 'overlay':
    case 'multiples':
      return listed(
        outcomes && overlayPage(version, scenarios, question, question.of ?? usualMeasure, outcomes),
      );
    case 'milestones':
      return listed(outcomes && milestonesPage(version, scenarios, question, outcomes));
    case 'difference':
      return others.flatMap(
        (_, at) => (outcomes && differencePage(version, scenarios, at + 1, question, outcomes)) ?? [],
      );
    case 'bridge':
      return answer.kind === 'bridges'
        ? each(answer.bridges, (pair, bridge) => bridgePage(version, pair, question, bridge))
        : [];
    case 'beliefs':
      return answer.kind === 'bridges'
        ? each(answer.bridges, (pair, bridge) => beliefsPage(version, pair, question, bridge))
        : [];
    case 'corners':
      return answer.kind === 'corners'
        ? each(answer.corners, (pair, corners) => cornersPage(version, pair, question, corners))
        : [];
    case 'differences':
      return answer.kind === 'differences'
        ? each(answer.others, (pair, own) => differencesPage(version, pair, question, own))
        : [];
  }
}

function listed(page: ExportPage | null): readonly ExportPage[] {
  return page === null ? [] : [page];
}
