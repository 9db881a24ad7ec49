import type { Bridge } from '#shared/scenario/compare/bridge.ts';
import type { Corners } from '#shared/scenario/compare/corners.ts';
import { monthLabel } from '#shared/view/calendar.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { fourWayChart, fourWayTable } from '#shared/view/compare/four-way.ts';
import { measureLabel } from '#shared/view/lens.ts';
import { chartValue, spokenSummary } from '#shared/view/spoken.ts';
import type { ExportedScenario } from '../document.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import { howTaken } from './bridge-page.ts';
import { measureAt } from './measure-words.ts';
import type { ExportPage, PageTable } from './page.ts';
import { pageOfSeveral, spokenTable } from './page-of.ts';

/** Makes the page of what is believed against what is decided, two by two. */
export function beliefsPage(
  version: string,
  pair: readonly [base: ExportedScenario, other: ExportedScenario],
  question: QuestionOf<'beliefs'>,
  bridge: Bridge,
): ExportPage {
  const { rows, beliefs, finding } = fourWayTable(bridge);
  const hasDecisions = bridge.parts.some(({ input }) => input === 'decisions');
  const column = { align: 'right', width: 0.26 } as const;
  const table: PageTable = {
    columns: [
      { label: '', align: 'left', width: 0.22 },
      { ...column, label: 'without the decision' },
      { ...column, label: 'with it' },
      { ...column, label: 'the decision makes' },
    ],
    rows: [
      ...rows.map((row) => [
        row.beliefs,
        row.without,
        row.with,
        [row.decision, row.decisionError].filter((part) => part !== '').join(' '),
      ]),
      ['Beliefs make', beliefs.without, beliefs.with, ''],
    ],
  };
  return pageOfSeveral(version, pair, {
    subject: questionText(question),
    topic: `Beliefs and decisions: ${measureLabel(bridge.measure)} at ${monthLabel(bridge.at)}`,
    finding: hasDecisions
      ? finding
      : `Only beliefs differ: they make ${beliefs.without} of ${measureAt(bridge.measure, bridge.at, 0)}`,
    body: { kind: 'table', table },
    reading: [`${howTaken(bridge)}. Old beliefs: ${pair[0].title}; new: ${pair[1].title}.`],
    spoken: spokenTable(table),
  });
}

/** Makes the page of the same month by month; null where nothing was computed. */
export function cornersPage(
  version: string,
  pair: readonly [base: ExportedScenario, other: ExportedScenario],
  question: QuestionOf<'corners'>,
  corners: Corners,
): ExportPage | null {
  const view = fourWayChart(corners);
  if (view === null) return null;
  return pageOfSeveral(version, pair, {
    subject: questionText(question),
    topic: view.topic,
    finding: endsOf(view),
    body: { kind: 'chart', view },
    reading: [
      `${view.source} Old beliefs: ${pair[0].title}; new: ${pair[1].title}. Dashed: without the decision.`,
    ],
    spoken: spokenSummary(view),
  });
}

/** Says between which ends the ways lie. */
function endsOf(view: ChartView): string {
  const ends = view.series
    .flatMap(({ label, values }) => {
      const end = values.findLast(Number.isFinite);
      return end === undefined ? [] : [{ label, end }];
    })
    .sort((one, two) => two.end - one.end);
  const [high, low] = [ends[0], ends.at(-1)];
  if (high === undefined || low === undefined || high.end === low.end)
    return `${view.topic} ends alike whatever is believed and decided`;
  const way = (label: string) => label.replace(/^(old|new), (with|without)$/, '$1 beliefs, $2 the decisions');
  const text = ({ label, end }: typeof high) => `${chartValue(view, end)} (${way(label)})`;
  return `${view.topic} ends between ${text(low)} and ${text(high)}`;
}
