import { monthLabel } from '#shared/view/calendar.ts';
import { type OutcomeEntry, type OutcomeLine, outcomeTable } from '#shared/view/compare/outcome-table.ts';
import type { ComparisonOutcomes } from '#shared/view/compare/outcomes.ts';
import { formatNumber } from '#shared/view/format.ts';
import { headlineMeasures } from '#shared/view/headline.ts';
import { capitalise } from '#shared/view/words.ts';
import type { ExportedScenario } from '../document.ts';
import { looksAt } from '../questions/comparison-month.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import { statisticOf } from '../questions/statistic-of.ts';
import type { ExportPage, PageColumn, PageTable } from './page.ts';
import { pageOfSeveral, spokenTable } from './page-of.ts';
import { scenarioNames } from './scenario-names.ts';

/** With more scenarios than these a change has no column of its own. */
const widestApart = 1;

/** Widths of the columns where a change has its own. */
const apart = [0.24, 0.2, 0.2, 0.12];

const statistics = {
  central: 'Central paths',
  mean: 'Means over the draws, with one standard error',
  p50: 'Medians over the draws',
};

/** Makes the page of the headline figures of all scenarios at one date, with the change against the base over the same draws. */
export function outcomesPage(
  version: string,
  scenarios: readonly ExportedScenario[],
  question: QuestionOf<'outcomes'>,
  outcomes: ComparisonOutcomes,
  usualMeasure: string,
): ExportPage | null {
  const at = looksAt(outcomes, question.at);
  if (at === null) return null;
  const shown = statisticOf(outcomes, question.show);
  const lines = outcomeTable(outcomes, at, shown).filter(
    ({ measure }) => headlineMeasures.includes(measure) || measure === question.of,
  );
  if (lines.length === 0) return null;
  const names = scenarioNames(scenarios);
  const isApart = scenarios.length - 1 <= widestApart;
  const heads = names.flatMap((name, place) =>
    place > 0 && isApart ? [name, 'change', 'higher in'] : [name],
  );
  const first = 0.24;
  const table: PageTable = {
    columns: [
      { label: 'Figure', align: 'left', width: first },
      ...heads.map(
        (label, at): PageColumn => ({
          label,
          align: 'right',
          width: isApart ? (apart[at] ?? 0) : (1 - first) / heads.length,
        }),
      ),
    ],
    rows: lines.map(({ label, entries }) => [label, ...entries.flatMap((entry) => cells(entry, isApart))]),
  };
  return pageOfSeveral(version, scenarios, {
    subject: questionText(question),
    topic: `Headline figures at ${monthLabel(at)}`,
    finding: findingOf(lines, names, question.of ?? usualMeasure),
    body: { kind: 'table', table },
    reading: [
      `${statistics[shown]}; changes against ${names[0]}, draw by draw on the same luck (${formatNumber(outcomes.done, 0)} draws). ${isApart ? '“Higher in” is' : 'In brackets: change, and'} the share of draws above the base.`,
    ],
    spoken: spokenTable(table),
  });
}

function cells({ value, error, change }: OutcomeEntry, isApart: boolean): string[] {
  // The name of the figure says what it is per.
  const plain = value.replace(/ per .+$/, '');
  const own = [plain, error].filter((part) => part !== '').join(' ');
  if (change === null) return [own];
  const changed = `${change.absolute} (${change.percent})`;
  return isApart ? [own, changed, change.higher] : [`${plain} (${change.percent}; ${change.higher})`];
}

/** Says what changes in the measure in question, or else in the first that changes, scenario by scenario. */
function findingOf(lines: readonly OutcomeLine[], names: readonly string[], of: string): string {
  const told = names.slice(1).map((name, at) => {
    const changing = lines.filter(({ entries }) => entries[at + 1]?.change?.direction !== 'same');
    const line = changing.find(({ measure }) => measure === of) ?? changing[0];
    const change = line?.entries[at + 1]?.change;
    if (line === undefined || !change) return `${capitalise(name)}: the same headline figures`;
    return `${capitalise(name)}: ${line.label.charAt(0).toLowerCase()}${line.label.slice(1)} ${change.absolute} (${change.percent})`;
  });
  return `${told.join('; ')}, against ${names[0]}`;
}
