import { buildChart } from '#shared/view/catalogue.ts';
import { driversOf } from '#shared/view/explain.ts';
import { lens } from '#shared/view/lens.ts';
import { cellText, chartTable } from '#shared/view/table.ts';
import type { ExportedScenario } from '../document.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import type { ExportWishes } from '../wishes.ts';
import type { ExportPage, PageTable } from './page.ts';
import { pageOf, spokenTable } from './page-of.ts';

/** What a slide has room for in a size that can be read. */
const rowsAtMost = 15;
const columnsAtMost = 9;
const periods = ['month', 'quarter', 'year'] as const;

/** Makes the page of the figures of a chart as a table, by the shortest periods that fit; null where the scenario lacks them. */
export function figuresPage(
  version: string,
  scenario: ExportedScenario,
  question: QuestionOf<'table'>,
  wishes: ExportWishes,
): ExportPage | null {
  const { projection, fan, observations } = scenario;
  const from = periods.indexOf(wishes.period);
  const lenses = periods.slice(from).map((period) => lens(projection, fan, period, observations));
  const fitting = lenses.find(({ timeline }) => timeline.labels.length <= rowsAtMost) ?? lenses.at(-1);
  if (fitting === undefined) return null;
  const view = buildChart(fitting, question.of ?? 'capacity', wishes, wishes.own);
  if (view === null) return null;
  const figures = chartTable(view);
  // The lines say more of the middle than the median, and there is not room for all.
  const told = figures.columns.flatMap(({ label }, at) => (/ P50$/.test(label) ? [] : [{ label, at }]));
  const columns = told.slice(0, columnsAtMost);
  const rows = figures.rows.slice(-rowsAtMost);
  const first = 0.12;
  const table: PageTable = {
    columns: [
      { label: 'Period', align: 'left', width: first },
      ...columns.map(({ label }) => ({
        label,
        align: 'right' as const,
        width: (1 - first) / columns.length,
      })),
    ],
    rows: rows.map(({ label, values }) => [
      label,
      ...columns.map(({ at }) => cellText(figures, at, values[at] ?? Number.NaN)),
    ]),
  };
  const left = told.length - columns.length;
  const cut = [
    left > 0 ? `${left} more columns are in the workbook.` : '',
    rows.length < figures.rows.length ? `The last ${rows.length} of ${figures.rows.length} periods.` : '',
  ];
  const deals = fitting.deals.map(({ key }) => key);
  const drivers = view.series.flatMap(({ id }) => driversOf(id, deals, scenario.inputs));
  return pageOf(
    version,
    scenario,
    {
      subject: questionText(question),
      topic: `${view.topic}, ${view.unit}, figures by ${figures.period}`,
      finding: view.finding,
      body: { kind: 'table', table },
      reading: [[view.source, ...cut].filter((line) => line !== '').join(' ')],
      spoken: spokenTable(table),
    },
    [...new Set(drivers)],
  );
}
