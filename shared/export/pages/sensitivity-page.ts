import { nameAt } from '#shared/view/analysis/about.ts';
import type { SensitivityMethod, SensitivityResult } from '#shared/view/analysis/answers.ts';
import { sensitivityView } from '#shared/view/analysis/sensitivity.ts';
import { capitalise } from '#shared/view/words.ts';
import type { ExportedScenario } from '../document.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import type { ExportPage, PageTable } from './page.ts';
import { aboutMeasure, pageOf, spokenTable, valuesOf } from './page-of.ts';

/** More rows than these cannot be read on a slide. */
const rowsAtMost = 12;

const methodNames: Readonly<Record<SensitivityMethod, string>> = {
  rank: 'Rank correlation with',
  tornado: 'One input at a time:',
  sobol: 'Variance of',
};

/** Makes the page of the inputs by what they matter, as a table. */
export function sensitivityPage(
  version: string,
  scenario: ExportedScenario,
  question: QuestionOf<'sensitivity'>,
  result: SensitivityResult,
): ExportPage | null {
  const about = aboutMeasure(scenario, result.of);
  if (about === null) return null;
  const view = sensitivityView(about, result);
  const rows = view.rows.slice(0, rowsAtMost);
  const width = 0.6 / Math.max(1, view.heads.length);
  const table: PageTable = {
    columns: [
      { label: 'Input', align: 'left', width: 0.4 },
      ...view.heads.map((label) => ({ label, align: 'right' as const, width })),
    ],
    rows: rows.map(({ label, isDecision, cells }) => [
      `${capitalise(label)}${isDecision ? ' (decision)' : ''}`,
      ...cells,
    ]),
  };
  const keys = rows.map(({ key }) => key);
  return pageOf(
    version,
    scenario,
    {
      subject: questionText(question),
      topic: `${methodNames[result.method]} ${nameAt(about, result.at)}`,
      finding: view.finding,
      body: { kind: 'table', table },
      reading: [
        [
          view.basis,
          view.warning ?? '',
          view.rows.length > rows.length ? `The first ${rows.length} of ${view.rows.length} inputs.` : '',
        ]
          .filter((line) => line !== '')
          .join(' '),
      ],
      spoken: spokenTable(table),
    },
    valuesOf(scenario, keys),
  );
}
