import { monthAfter } from '#shared/view/calendar.ts';
import { humanise } from '#shared/view/words.ts';
import type { ExportDocument, ExportedScenario } from '../document.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** Lists every payment: who pays whom what for, month by month. */
export function ledgerSheet({ scenarios }: ExportDocument): Sheet {
  return {
    name: 'Ledger',
    columns: [
      { form: 'text', width: 28 },
      { form: 'month', width: 10 },
      { form: 'text', width: 24 },
      { form: 'text', width: 24 },
      { form: 'text', width: 22 },
      { form: 'text', width: 12 },
      { form: 'text', width: 9 },
      { form: 'whole', width: 18 },
    ],
    heads: [
      ['Scenario', 'Month', 'From', 'To', 'For', 'Deal', 'Form', 'Amount'],
      ['', '', '', '', '', '', '', 'USD'],
    ],
    rows: scenarios.flatMap(payments),
    frozenColumns: 2,
  };
}

function payments({ file, projection }: ExportedScenario): SheetCell[][] {
  const { parties, ledger, months, start } = projection;
  return Array.from({ length: months }, (_, month) =>
    ledger.flatMap((flow): SheetCell[][] => {
      const amount = flow.values[month] ?? 0;
      if (!Number.isFinite(amount) || Math.abs(amount) < 0.005) return [];
      return [
        [
          file,
          { month: monthAfter(start, month) },
          parties[flow.from] ?? null,
          parties[flow.to] ?? null,
          humanise(flow.kind),
          flow.deal,
          flow.isCash ? 'cash' : 'not cash',
          amount,
        ],
      ];
    }),
  ).flat();
}
