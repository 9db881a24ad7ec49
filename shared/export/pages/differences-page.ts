import { monthLabel } from '#shared/view/calendar.ts';
import { figureWriter } from '#shared/view/compare/figures.ts';
import { inputTable, sideText } from '#shared/view/compare/input-table.ts';
import { measureName } from '#shared/view/lens.ts';
import { capitalise } from '#shared/view/words.ts';
import type { ExportedScenario } from '../document.ts';
import type { DifferentInputs } from '../questions/answer.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import type { ExportPage, PageTable } from './page.ts';
import { pageOfSeveral, spokenTable } from './page-of.ts';
import { scenarioNames } from './scenario-names.ts';

/** More rows than these cannot be read on a slide. */
const rowsAtMost = 13;

/** Makes the page of the inputs that are not the same, those with the largest effect first; null where all are. */
export function differencesPage(
  version: string,
  pair: readonly [base: ExportedScenario, other: ExportedScenario],
  question: QuestionOf<'differences'>,
  { differences, bridge }: DifferentInputs,
): ExportPage | null {
  const lines = inputTable(differences, bridge).filter(({ difference }) => difference.role !== 'inert');
  if (lines.length === 0) return null;
  const write =
    bridge &&
    figureWriter(
      bridge.measure,
      bridge.parts.map(({ effect }) => effect),
    );
  const effectText = ({ remark, effect, standardError }: (typeof lines)[number]) =>
    remark === '' ? (write?.change(effect, standardError) ?? '') : remark;
  const shown = lines.slice(0, rowsAtMost);
  const names = scenarioNames(pair);
  const table: PageTable = {
    columns: [
      { label: 'Input', align: 'left', width: 0.24 },
      { label: names[0] ?? '', align: 'left', width: 0.31 },
      { label: names[1] ?? '', align: 'left', width: 0.31 },
      { label: 'Effect', align: 'right', width: 0.14 },
    ],
    rows: shown.map((line) => [
      `${capitalise(line.difference.label)}${line.difference.isDecision ? ' (decision)' : ''}`,
      sideText(line.difference.base),
      sideText(line.difference.other),
      effectText(line),
    ]),
  };
  const [largest] = shown;
  const on = bridge === null ? '' : ` on ${measureName(bridge.measure)}`;
  const led =
    largest === undefined || largest.remark !== '' || write === null
      ? ''
      : `; ${largest.difference.label} matters most, ${effectText(largest)}`;
  return pageOfSeveral(version, pair, {
    subject: questionText(question),
    topic: `Inputs that differ: ${pair[1].title}`,
    finding: `${lines.length === 1 ? 'One input differs' : `${lines.length} inputs differ`} from ${pair[0].title}${led}`,
    body: { kind: 'table', table },
    reading: [
      bridge === null
        ? ''
        : `Effect${on} at ${monthLabel(bridge.at)}, averaged over the orders of change (Shapley).`,
      shown.length < lines.length ? `The first ${shown.length} of ${lines.length}.` : '',
    ],
    spoken: spokenTable(table),
  });
}
