import type { ExportDocument, ExportedScenario } from '#shared/export/document.ts';
import { type ExportedInput, exportedInputs } from '#shared/export/inputs.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';

const rowsOnPage = 26;

/** Lists every written input of every scenario on as many pages as it takes. */
export function inputPages({ scenarios }: ExportDocument): ExportPage[] {
  return scenarios.flatMap((scenario) => {
    const rows = exportedInputs(scenario.inputs, scenario);
    const count = Math.ceil(rows.length / rowsOnPage);
    return Array.from({ length: count }, (_, at) =>
      inputPage(scenario, rows.slice(at * rowsOnPage, (at + 1) * rowsOnPage), `${at + 1} of ${count}`),
    );
  });
}

function inputPage(
  { file, title }: ExportedScenario,
  rows: readonly ExportedInput[],
  part: string,
): ExportPage {
  return {
    id: `${file}/all-inputs`,
    topic: `All inputs as written, ${part}`,
    finding: `Inputs of ${title}`,
    body: {
      kind: 'table',
      table: {
        columns: [
          { label: 'Input', align: 'left', width: 0.34 },
          { label: 'As written', align: 'left', width: 0.2 },
          { label: 'Status', align: 'left', width: 0.1 },
          { label: 'Source', align: 'left', width: 0.36 },
        ],
        rows: rows.map(({ path, text, status, source }) => [
          path,
          text,
          status,
          source === '' ? '–' : source,
        ]),
      },
    },
    footnotes: [],
    note: [],
    spoken: '',
  };
}
