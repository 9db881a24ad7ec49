import { monthAfter, monthCode } from '#shared/view/calendar.ts';
import type { ExportedScenario, Format } from './format.ts';

const header = 'scenario,measure,label,unit,kind,month,value';

/** One line per scenario, measure and month, as data tools like it; no answer is an empty cell. */
export const csvFormat: Format = {
  id: 'csv',
  extension: 'csv',
  mime: 'text/csv',
  encode: async ({ scenarios }) =>
    Buffer.from([header, ...scenarios.flatMap(lines)].join('\r\n').concat('\r\n')),
};

function lines({ file, result: { projection } }: ExportedScenario): string[] {
  const months = Array.from({ length: projection.months }, (_, month) =>
    monthCode(monthAfter(projection.start, month)),
  );
  return projection.series.flatMap(({ info, values }) => {
    const start = [file, info.id, info.label, info.unit, info.kind].map(cell).join(',');
    return months.map((month, at) => `${start},${month},${number(values[at] ?? Number.NaN)}`);
  });
}

function number(value: number): string {
  return Number.isFinite(value) ? String(value) : '';
}

/** Quotes a text where needed, and keeps a spreadsheet from taking it for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
