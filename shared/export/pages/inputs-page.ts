import { humanise } from '#shared/view/words.ts';
import type { ExportedScenario } from '../document.ts';
import { exportedInputs } from '../inputs.ts';
import { inReadingOrder } from './input-order.ts';
import type { ExportPage } from './page.ts';
import { footnotes } from './run-line.ts';
import { openInputs, speakerNote } from './speaker-note.ts';

/** What fits on a slide in a size that can be read. */
const rowsAtMost = 14;

/** Parts of the width of the table. */
const usualWidths = { input: 0.36, written: 0.25, source: 0.28, status: 0.11 } as const;
const widestWritten = 0.48;
/** Of a usual character of a table of so many rows on a slide. */
const characterWidth = 0.0076;

/** Makes the page of the inputs that are uncertain or decided, each with its source and status. */
export function inputsPage(version: string, scenario: ExportedScenario): ExportPage | null {
  const told = openInputs(scenario);
  if (told.length === 0) return null;
  const all = exportedInputs(scenario.inputs, scenario);
  const sourced = all.filter(({ source }) => source !== '').length;
  const rows = exportedInputs(inReadingOrder(told).slice(0, rowsAtMost), scenario);
  const written = writtenWidth(rows.map(({ text }) => text));
  const taken = written - usualWidths.written;
  const finding = `${told.length} inputs are uncertain or decided; ${sourced} of ${all.length} written figures carry a source`;
  return {
    id: `${scenario.file}/inputs`,
    topic: 'Key inputs',
    finding,
    body: {
      kind: 'table',
      table: {
        columns: [
          { label: 'Input', align: 'left', width: usualWidths.input - taken / 2 },
          { label: 'As written', align: 'left', width: written },
          { label: 'Source', align: 'left', width: usualWidths.source - taken / 2 },
          { label: 'Status', align: 'left', width: usualWidths.status },
        ],
        rows: rows.map(({ path, text, source, status, isDecision }) => [
          pathWords(path),
          text,
          source === '' ? '–' : source,
          status === '' ? (isDecision ? 'decision' : '–') : status,
        ]),
      },
    },
    footnotes: footnotes(
      [
        told.length > rows.length
          ? `The first ${rows.length} of ${told.length}; the workbook lists all.`
          : '',
      ],
      version,
      scenario,
    ),
    note: speakerNote(finding, version, scenario, told),
    spoken: rows.map(({ path, text }) => `${pathWords(path)}: ${text}`).join('. '),
  };
}

/** Says how wide the column of what is written must be: half a distribution says something else, half a source is still told. */
function writtenWidth(texts: readonly string[]): number {
  const longest = texts.reduce((most, text) => Math.max(most, text.length), 0);
  return Math.min(widestWritten, Math.max(usualWidths.written, longest * characterWidth));
}

/** `deals.aws.capacity.ceiling` becomes `AWS › Capacity › Ceiling`. */
function pathWords(path: string): string {
  return path
    .replace(/^(?:deals|assumptions|generations)\./, '')
    .split('.')
    .map(humanise)
    .join(' › ');
}
