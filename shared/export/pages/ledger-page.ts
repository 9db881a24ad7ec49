import { monthLabelAt } from '#shared/view/calendar.ts';
import { formatMoney } from '#shared/view/format.ts';
import { ledgerView } from '#shared/view/ledger.ts';
import type { ExportedScenario } from '../document.ts';
import { monthIndex } from '../questions/month-index.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import { moneyFinding } from './money-page.ts';
import type { ExportPage, PageTable } from './page.ts';
import { pageOf, spokenTable } from './page-of.ts';

/** More rows than these cannot be read on a slide. */
const rowsAtMost = 14;

/** Makes the page of who has paid whom for what, as a table; null where nothing was paid. */
export function ledgerPage(
  version: string,
  scenario: ExportedScenario,
  question: QuestionOf<'ledger'>,
): ExportPage | null {
  const { projection } = scenario;
  const until = monthIndex(projection, question.until);
  const isNetted = question.netted !== null;
  const { rows } = ledgerView(projection, until, isNetted);
  if (rows.length === 0) return null;
  const shown = rows.slice(0, rowsAtMost);
  const end = monthLabelAt(projection.start, until);
  const table: PageTable = {
    columns: [
      { label: 'From', align: 'left', width: 0.26 },
      { label: 'To', align: 'left', width: 0.26 },
      { label: 'For', align: 'left', width: 0.3 },
      { label: 'Amount', align: 'right', width: 0.18 },
    ],
    rows: shown.map(({ from, to, kind, isCash, amount }) => [
      from,
      to,
      `${kind === '' ? 'net of all' : kind}${isCash ? '' : ' (not cash)'}`,
      formatMoney(amount),
    ]),
  };
  return pageOf(
    version,
    scenario,
    {
      subject: questionText(question),
      topic: `Ledger to ${end}${isNetted ? ', netted between each two parties' : ''}`,
      finding: moneyFinding(scenario, ledgerView(projection, until, false).rows, end),
      body: { kind: 'table', table },
      reading: [
        `From ${monthLabelAt(projection.start, 0)} to ${end}, nominal.${shown.length < rows.length ? ` The largest ${shown.length} of ${rows.length} flows.` : ''}`,
      ],
      spoken: spokenTable(table),
    },
    scenario.inputs.filter(({ path, origin }) => origin === 'written' && /\.capital\./.test(path)),
  );
}
