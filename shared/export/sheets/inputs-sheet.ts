import type { ExportDocument } from '../document.ts';
import { exportedInputs } from '../inputs.ts';
import type { Sheet } from './sheet.ts';

/** Lists every written quantity of every scenario with its spread and where it comes from. */
export function inputsSheet({ scenarios }: ExportDocument): Sheet {
  return {
    name: 'Inputs',
    columns: [
      { form: 'text', width: 28 },
      { form: 'text', width: 44 },
      { form: 'text', width: 24 },
      { form: 'general', width: 16 },
      { form: 'general', width: 16 },
      { form: 'general', width: 16 },
      { form: 'text', width: 14 },
      { form: 'text', width: 12 },
      { form: 'text', width: 36 },
      { form: 'text', width: 12 },
      { form: 'text', width: 13 },
      { form: 'text', width: 12 },
      { form: 'text', width: 60 },
    ],
    heads: [
      [
        'Scenario',
        'Input',
        'As written',
        'Median',
        'P5',
        'P95',
        'Unit',
        'Nature',
        'Source',
        'Date',
        'Status',
        'Confidence',
        'Note',
      ],
    ],
    rows: scenarios.flatMap((scenario) =>
      exportedInputs(scenario.inputs, scenario).map((input) => [
        scenario.file,
        input.path,
        input.text,
        input.median,
        input.p5,
        input.p95,
        input.unit,
        input.isDecision ? 'decision' : input.isUncertain ? 'uncertain' : 'stated',
        input.source,
        input.date,
        input.status,
        input.confidence,
        input.note,
      ]),
    ),
    frozenColumns: 2,
  };
}
