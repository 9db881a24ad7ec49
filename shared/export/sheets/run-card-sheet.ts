import { ringLabel } from '#shared/view/bands.ts';
import { monthAfter, monthCode, monthLabel } from '#shared/view/calendar.ts';
import { headline } from '#shared/view/headline.ts';
import { lens } from '#shared/view/lens.ts';
import { capitalise } from '#shared/view/words.ts';
import { conditional, type ExportDocument, type ExportedScenario } from '../document.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** Says what was run, with what, and what came out: enough to run it again. */
export function runCardSheet({ version, scenarios }: ExportDocument): Sheet {
  return {
    name: 'Run card',
    columns: [
      { form: 'text', width: 26 },
      { form: 'general', width: 60 },
      { form: 'text', width: 24 },
      { form: 'text', width: 44 },
    ],
    heads: [['Offtake', version]],
    frozenColumns: 0,
    rows: [
      ['Basis', conditional],
      ['Units', 'Every column states its unit; money is nominal.'],
      ...scenarios.flatMap((one): SheetCell[][] => [[null], ...card(one)]),
    ],
  };
}

function card(scenario: ExportedScenario): SheetCell[][] {
  const { projection, fan, seed } = scenario;
  const last = monthAfter(projection.start, projection.months - 1);
  const view = lens(projection, fan, 'month');
  return [
    ['Scenario', scenario.title],
    ['File', scenario.file],
    ['File hash', scenario.hash],
    ['Customer', scenario.customer],
    ['Months', `${monthLabel(projection.start)} to ${monthLabel(last)}`],
    ['Seed', seed],
    ['Draws', ringLabel(fan)],
    ...headline(view, null).map(({ label, value, range, detail }) => [
      label,
      value,
      range === null ? null : `P5 to P95: ${range}`,
      detail,
    ]),
    ...projection.checks.map(({ key, holds, firstBrokenMonth }) => [
      'Check',
      key,
      holds ? 'holds' : 'does not hold',
      firstBrokenMonth === null ? null : `from ${monthCode(monthAfter(projection.start, firstBrokenMonth))}`,
    ]),
    ...scenario.problems
      .filter(({ severity }) => severity !== 'info')
      .map(({ severity, message }) => [capitalise(severity), message]),
  ];
}
