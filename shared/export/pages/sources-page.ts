import type { SourcesResult } from '#shared/view/analysis/answers.ts';
import { sourcesView } from '#shared/view/analysis/sources.ts';
import { capitalise } from '#shared/view/words.ts';
import type { ExportedScenario } from '../document.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import type { ExportPage, PageTable } from './page.ts';
import { pageOf, spokenTable, valuesOf } from './page-of.ts';

/** What a slide has room for in a size that can be read. */
const rowsAtMost = 10;
const columnsAtMost = 3;

/** Makes the page of what the disagreement of sources does to the headline figures; null where none disagree. */
export function sourcesPage(
  version: string,
  scenario: ExportedScenario,
  question: QuestionOf<'sources'>,
  result: SourcesResult,
): ExportPage | null {
  const { series, start } = scenario.projection;
  const infos = result.measures.flatMap((id) => series.find(({ info }) => info.id === id)?.info ?? []);
  if (infos.length !== result.measures.length) return null;
  const view = sourcesView(infos, start, result);
  if (view.rows.length === 0) return null;
  const moving = view.rows.filter(({ cells }) => cells.some(({ spread }) => spread !== 0));
  const rows = (moving.length > 0 ? moving : view.rows).slice(0, rowsAtMost);
  // The measures that move most; where all stay put they would only take room.
  const widest = view.heads
    .map((head, at) => ({ head, at, moves: rows.filter(({ cells }) => cells[at]?.spread !== 0).length }))
    .sort((one, other) => other.moves - one.moves)
    .slice(0, columnsAtMost)
    .sort((one, other) => one.at - other.at);
  const first = 0.4;
  const table: PageTable = {
    columns: [
      { label: 'Sources disagree on', align: 'left', width: first },
      ...widest.map(({ head: { label } }) => ({
        label,
        align: 'right' as const,
        width: (1 - first) / widest.length,
      })),
    ],
    rows: [
      ['As in use', ...widest.map(({ head }) => head.central)],
      ...rows.map(({ input, used, cells }) => [
        `${capitalise(input.label)}: ${used} in use`,
        ...widest.map(({ at }) => cells[at]?.range ?? ''),
      ]),
    ],
  };
  const still = view.rows.length - moving.length;
  return pageOf(
    version,
    scenario,
    {
      subject: questionText(question),
      topic: 'What the disagreement of sources does',
      finding: view.finding.replace(/\.$/, ''),
      body: { kind: 'table', table },
      reading: [
        `Each input alone at the lowest and the highest figure reported for it, all others at their medians.${still > 0 && moving.length > 0 ? ` ${still} more disagreements move none of the headline figures.` : ''}`,
      ],
      spoken: spokenTable(table),
    },
    valuesOf(
      scenario,
      rows.map(({ input }) => input.key),
    ),
  );
}
