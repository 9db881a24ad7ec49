import { parquetWriteBuffer } from 'hyparquet-writer';
import { conditional } from '#shared/export/document.ts';

/** The draws of one scenario: `values[(measure * months + month) * draws + draw]`, as the engine keeps them. */
export interface ScenarioDraws {
  readonly file: string;
  readonly title: string;
  readonly hash: string;
  readonly seed: number;
  /** The months by code, `2026-04`. */
  readonly months: readonly string[];
  readonly draws: number;
  /** Number of the first draw, for a shard of a run; 0 where not given. */
  readonly firstDraw?: number;
  readonly measures: readonly { readonly id: string; readonly unit: string }[];
  readonly values: Float64Array;
}

const rowsInGroup = 131_072;

/**
 * Writes draws as Parquet: a row per scenario, draw and month, a column per measure, null where a draw has no answer. Units and the
 * run stand in the metadata of the file.
 */
export function drawsParquet(version: string, scenarios: readonly ScenarioDraws[]): Uint8Array {
  const rows = scenarios.reduce((sum, { draws, months }) => sum + draws * months.length, 0);
  const units = new Map(scenarios.flatMap(({ measures }) => measures.map(({ id, unit }) => [id, unit])));
  const scenario = new Array<string>(rows);
  const draw = new Int32Array(rows);
  const month = new Array<string>(rows);
  let row = 0;
  for (const one of scenarios) {
    const count = one.months.length;
    for (let at = 0; at < one.draws * count; at++, row++) {
      scenario[row] = one.file;
      draw[row] = (one.firstDraw ?? 0) + Math.floor(at / count);
      month[row] = one.months[at % count] ?? '';
    }
  }
  const buffer = parquetWriteBuffer({
    columnData: [
      { name: 'scenario', data: scenario, type: 'STRING', nullable: false },
      { name: 'draw', data: draw, type: 'INT32', nullable: false },
      { name: 'month', data: month, type: 'STRING', nullable: false },
      ...[...units.keys()].map((id) => measureColumn(id, scenarios, rows)),
    ],
    rowGroupSize: rowsInGroup,
    createdBy: `Offtake ${version}`,
    kvMetadata: [
      { key: 'offtake.version', value: version },
      { key: 'offtake.basis', value: conditional },
      { key: 'offtake.units', value: JSON.stringify(Object.fromEntries(units)) },
      { key: 'offtake.scenarios', value: JSON.stringify(scenarios.map(runOf)) },
    ],
  });
  return new Uint8Array(buffer);
}

function measureColumn(id: string, scenarios: readonly ScenarioDraws[], rows: number) {
  const data = new Array<number | null>(rows);
  let hasGaps = false;
  let row = 0;
  for (const { measures, months, draws, values } of scenarios) {
    const measure = measures.findIndex((one) => one.id === id);
    for (let draw = 0; draw < draws; draw++) {
      for (let month = 0; month < months.length; month++, row++) {
        const value =
          measure < 0 ? Number.NaN : (values[(measure * months.length + month) * draws + draw] ?? Number.NaN);
        const isAnswer = Number.isFinite(value);
        data[row] = isAnswer ? value : null;
        hasGaps ||= !isAnswer;
      }
    }
  }
  return { name: id, data, type: 'DOUBLE' as const, nullable: hasGaps };
}

function runOf({ file, title, hash, seed, draws, firstDraw = 0 }: ScenarioDraws): object {
  return { file, title, hash, seed, draws, firstDraw };
}
