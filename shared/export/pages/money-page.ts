import { monthLabelAt } from '#shared/view/calendar.ts';
import { formatMoney } from '#shared/view/format.ts';
import { type LedgerRow, ledgerView } from '#shared/view/ledger.ts';
import { sankey } from '#shared/view/sankey.ts';
import type { ExportedScenario } from '../document.ts';
import { monthIndex } from '../questions/month-index.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import type { ExportPage } from './page.ts';
import { pageOf } from './page-of.ts';

/** Makes the page of who has paid whom by a month, as a flow picture; null where nothing was paid. */
export function moneyPage(
  version: string,
  scenario: ExportedScenario,
  question: QuestionOf<'money'>,
): ExportPage | null {
  const { projection } = scenario;
  const until = monthIndex(projection, question.until);
  const isNetted = question.netted !== null;
  const cash = ledgerView(projection, until, isNetted).rows.filter(({ isCash }) => isCash);
  if (cash.length === 0) return null;
  const end = monthLabelAt(projection.start, until);
  const gross = isNetted ? ledgerView(projection, until, false).rows.filter(({ isCash }) => isCash) : cash;
  return pageOf(
    version,
    scenario,
    {
      subject: questionText(question),
      topic: 'Who pays whom',
      finding: moneyFinding(scenario, gross, end),
      body: { kind: 'flows', flows: { sankey: sankey(cash), unit: 'USD' } },
      reading: [
        `Cash from ${monthLabelAt(projection.start, 0)} to ${end}, nominal${isNetted ? ', netted between each two parties' : ''}; payers on the left, payees on the right.`,
      ],
      spoken: cash
        .slice(0, 12)
        .map(
          ({ from, to, kind, amount }) =>
            `${from} pays ${to} ${formatMoney(amount)} ${kind === '' ? 'net of all' : `for ${kind.toLowerCase()}`}`,
        )
        .join('. '),
    },
    scenario.inputs.filter(({ path, origin }) => origin === 'written' && /\.capital\./.test(path)),
  );
}

/** Parties outside the deals, who only stand for where money comes from and goes to. */
const outside = ['Customers', 'Suppliers', 'Others'];

/** Says what the customer pays its providers and how much of it comes back as their capital. */
export function moneyFinding(
  { customer }: ExportedScenario,
  rows: readonly LedgerRow[],
  end: string,
): string {
  const cash = rows.filter(({ isCash }) => isCash);
  const sum = (isIn: (row: LedgerRow) => boolean) =>
    cash.filter(isIn).reduce((total, { amount }) => total + amount, 0);
  const paid = sum(({ from, to }) => from === customer && !outside.includes(to));
  const received = sum(({ from, to }) => to === customer && !outside.includes(from));
  const back = received > 0 ? `; ${formatMoney(received)} comes to it as their capital` : '';
  return `${customer} pays its providers ${formatMoney(paid)} by ${end}${back}`;
}
