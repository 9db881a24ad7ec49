import { monthLabelAt } from '#shared/view/calendar.ts';
import { formatMoney } from '#shared/view/format.ts';
import { type LedgerRow, ledgerView } from '#shared/view/ledger.ts';
import type { Lens } from '#shared/view/lens.ts';
import { sankey } from '#shared/view/sankey.ts';
import type { ExportedScenario } from '../document.ts';
import type { ExportPage } from './page.ts';
import { footnotes } from './run-line.ts';
import { speakerNote } from './speaker-note.ts';

/** Makes the page of who has paid whom by the end, as a flow picture; null where nothing was paid. */
export function moneyPage(version: string, scenario: ExportedScenario, lens: Lens): ExportPage | null {
  const { projection } = scenario;
  const { rows } = ledgerView(projection, projection.months - 1, false);
  const cash = rows.filter(({ isCash }) => isCash);
  if (cash.length === 0) return null;
  const end = monthLabelAt(projection.start, projection.months - 1);
  const finding = moneyFinding(scenario, cash, end);
  const capital = scenario.inputs.filter(
    ({ path, origin }) => origin === 'written' && /\.capital\./.test(path),
  );
  return {
    id: `${scenario.file}/money`,
    topic: 'Who pays whom',
    finding,
    body: { kind: 'flows', flows: { sankey: sankey(cash), unit: 'USD' } },
    footnotes: footnotes(
      [
        `Cash from ${lens.timeline.labels[0] ?? 'the start'} to ${end}, nominal; payers on the left, payees on the right.`,
      ],
      version,
      scenario,
    ),
    note: speakerNote(finding, version, scenario, capital),
    spoken: cash
      .slice(0, 12)
      .map(
        ({ from, to, kind, amount }) => `${from} pays ${to} ${formatMoney(amount)} for ${kind.toLowerCase()}`,
      )
      .join('. '),
  };
}

/** Parties outside the deals, who only stand for where money comes from and goes to. */
const outside = ['Customers', 'Suppliers', 'Others'];

/** Says what the customer pays its providers and how much of it comes back as their capital. */
function moneyFinding({ customer }: ExportedScenario, cash: readonly LedgerRow[], end: string): string {
  const sum = (isIn: (row: LedgerRow) => boolean) =>
    cash.filter(isIn).reduce((total, { amount }) => total + amount, 0);
  const paid = sum(({ from, to }) => from === customer && !outside.includes(to));
  const received = sum(({ from, to }) => to === customer && !outside.includes(from));
  const back = received > 0 ? `; ${formatMoney(received)} comes to it as their capital` : '';
  return `${customer} pays its providers ${formatMoney(paid)} by ${end}${back}`;
}
