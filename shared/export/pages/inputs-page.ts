import { humanise } from '#shared/view/words.ts';
import type { ExportedScenario } from '../document.ts';
import { exportedInputs } from '../inputs.ts';
import { inReadingOrder } from './input-order.ts';
import type { ExportPage } from './page.ts';
import { footnotes } from './run-line.ts';
import { openInputs, speakerNote } from './speaker-note.ts';

/** What fits on a slide in a size that can be read. */
const rowsAtMost = 14;

/** Makes the page of the inputs that are uncertain or decided, each with its source and status. */
export function inputsPage(version: string, scenario: ExportedScenario): ExportPage | null {
  const told = openInputs(scenario);
  if (told.length === 0) return null;
  const all = exportedInputs(scenario.inputs, scenario);
  const sourced = all.filter(({ source }) => source !== '').length;
  const rows = exportedInputs(inReadingOrder(told).slice(0, rowsAtMost), scenario);
  const finding = `${told.length} inputs are uncertain or decided; ${sourced} of ${all.length} written figures carry a source`;
  return {
    id: `${scenario.file}/inputs`,
    topic: 'Key inputs',
    finding,
    body: {
      kind: 'table',
      table: {
        columns: [
          { label: 'Input', align: 'left', width: 0.36 },
          { label: 'As written', align: 'left', width: 0.25 },
          { label: 'Source', align: 'left', width: 0.28 },
          { label: 'Status', align: 'left', width: 0.11 },
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

/** `deals.aws.capacity.ceiling` becomes `AWS › Capacity › Ceiling`. */
function pathWords(path: string): string {
  return path
    .replace(/^(?:deals|assumptions|generations)\./, '')
    .split('.')
    .map(humanise)
    .join(' › ');
}
