import type { Shown } from '#shared/view/compare/outcome-table.ts';
import type { ComparisonOutcomes } from '#shared/view/compare/outcomes.ts';
import { overlayChart, smallMultiples } from '#shared/view/compare/overlay.ts';
import { spokenSummary } from '#shared/view/spoken.ts';
import type { ExportedScenario } from '../document.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import { statisticOf } from '../questions/statistic-of.ts';
import type { ExportPage } from './page.ts';
import { pageOfSeveral } from './page-of.ts';
import { scenarioNames } from './scenario-names.ts';

const meaning: Readonly<Record<Shown, string>> = {
  central: 'Central paths: every input at its median.',
  mean: 'Means of the draws, on the same luck; bands and thin lines: 5th to 95th and 25th to 75th percentile.',
  p50: 'Medians of the draws, on the same luck; bands and thin lines: 5th to 95th and 25th to 75th percentile.',
};

/** Makes the page of one measure of all scenarios: over one another in one chart, or each in its own on one axis. */
export function overlayPage(
  version: string,
  scenarios: readonly ExportedScenario[],
  question: QuestionOf<'overlay'> | QuestionOf<'multiples'>,
  of: string,
  outcomes: ComparisonOutcomes,
): ExportPage | null {
  const info = scenarios
    .flatMap(({ projection }) => projection.series)
    .find((one) => one.info.id === of)?.info;
  if (info === undefined) return null;
  const shown = statisticOf(outcomes, question.show);
  const wishes = { shown, names: scenarioNames(scenarios) };
  const view = overlayChart(outcomes, info, wishes);
  const multiples = question.kind === 'multiples' ? smallMultiples(outcomes, info, wishes) : null;
  if (view === null || (question.kind === 'multiples' && multiples === null)) return null;
  return pageOfSeveral(version, scenarios, {
    subject: questionText(question),
    topic: view.topic,
    finding: view.finding,
    body:
      multiples === null
        ? { kind: 'chart', view }
        : { kind: 'panels', panels: { views: multiples.views, range: multiples.range } },
    reading: [`${view.source} ${meaning[shown]}${multiples === null ? '' : ' Dotted: the base.'}`],
    spoken: spokenSummary(view),
  });
}
