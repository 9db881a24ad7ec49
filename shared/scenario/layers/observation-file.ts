import { type CsvCell, csvRows } from '../text/csv-rows.ts';
import type { Entry, MapNode, Place } from '../text/node.ts';
import type { PlainProblem } from '../text/problem-at.ts';

/** Observations of a file of separated values, as the map they would be in a scenario. */
export interface ObservationFile {
  readonly tree: MapNode;
  readonly problems: readonly PlainProblem[];
}

const columns = ['date', 'measure', 'value'] as const;
const mostRows = 10_000;

/**
 * Reads a file with the columns `date`, `measure` and `value` as the map that `actuals` is, every node with its place in
 * the file; other columns are notes for people. Values are written as in a scenario, `$1.2B` or `normal(4, 0.1) GW`.
 */
export function readObservationFile(file: string, text: string): ObservationFile {
  const [head = [], ...rows] = csvRows(text);
  const problems: PlainProblem[] = [];
  const names = head.map((cell) => cell.text.trim().toLowerCase());
  const whole: Place = { file, from: 0, to: text.length };
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    problems.push(headProblem(head, missing, text));
    return { tree: { kind: 'map', place: whole, entries: [] }, problems };
  }
  if (rows.length > mostRows) {
    problems.push({
      ...{ severity: 'error', code: 'too-many', path: 'actuals', from: 0, to: 0 },
      message: `The file has ${rows.length} observations; at most ${mostRows} are possible.`,
      ...{ met: String(rows.length), expected: `at most ${mostRows}` },
    });
  }
  const [dateAt, measureAt, valueAt] = columns.map((column) => names.indexOf(column));
  const measures = new Map<string, { readonly keyPlace: Place; readonly entries: Entry[] }>();
  for (const row of rows.slice(0, mostRows)) {
    const [date, measure, value] = [dateAt, measureAt, valueAt].map((at) => trimmed(row[at ?? -1]));
    if (date === undefined || measure === undefined || value === undefined) {
      problems.push(rowProblem(row));
      continue;
    }
    const place = ({ from, to }: CsvCell): Place => ({ file, from, to });
    const known = measures.get(measure.text) ?? { keyPlace: place(measure), entries: [] };
    measures.set(measure.text, known);
    known.entries.push({
      key: date.text,
      keyPlace: place(date),
      value: { kind: 'scalar', place: place(value), text: value.text, isNull: false },
    });
  }
  const entries = [...measures].map(([key, { keyPlace, entries: own }]): Entry => {
    return { key, keyPlace, value: { kind: 'map', place: keyPlace, entries: own } };
  });
  return { tree: { kind: 'map', place: whole, entries }, problems };
}

/** A cell without the blanks around its text; undefined where nothing is in it. */
function trimmed(cell: CsvCell | undefined): CsvCell | undefined {
  const text = cell?.text.trim() ?? '';
  if (cell === undefined || text === '') return undefined;
  const from = cell.from + cell.text.indexOf(text);
  return { text, from, to: from + text.length };
}

function headProblem(head: readonly CsvCell[], missing: readonly string[], text: string): PlainProblem {
  const met = head.map((cell) => cell.text).join(', ');
  return {
    ...{ severity: 'error', code: 'missing-column', path: 'actuals' },
    ...{ from: head[0]?.from ?? 0, to: head.at(-1)?.to ?? Math.min(1, text.length) },
    message: `The first line names the columns; ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing. Write, for example: date,measure,value.`,
    met,
    expected: 'date,measure,value',
  };
}

function rowProblem(row: readonly CsvCell[]): PlainProblem {
  return {
    ...{ severity: 'error', code: 'missing-field', path: 'actuals' },
    ...{ from: row[0]?.from ?? 0, to: row.at(-1)?.to ?? 0 },
    message:
      'An observation needs a date, a measure and a value with its unit, as in 2026-06,aws.spend.billed,$1.2B.',
    met: row.map((cell) => cell.text).join(','),
    expected: 'a date, a measure and a value',
  };
}
