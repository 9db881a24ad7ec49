import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { drawsParquet, type ScenarioDraws } from '../../../../electron/exporters/draws/parquet.ts';

const months = ['2026-04', '2026-05', '2026-06'];

/** Draws whose values say where they belong: measure · 100 + month · 10 + draw; one has no answer. */
function sample(file: string, ids: readonly string[]): ScenarioDraws {
  const draws = 4;
  const values = new Float64Array(ids.length * months.length * draws);
  ids.forEach((_, measure) => {
    months.forEach((__, month) => {
      for (let draw = 0; draw < draws; draw++)
        values[(measure * 3 + month) * draws + draw] = measure * 100 + month * 10 + draw;
    });
  });
  values[0] = Number.NaN;
  const measures = ids.map((id) => ({ id, unit: 'USD' }));
  return { file, title: 'T', hash: 'h', seed: 7, months, draws, measures, values };
}

const buffer = (bytes: Uint8Array) => bytes.slice().buffer;

describe('draws as Parquet', () => {
  it('give back every draw in its row, and null where there is no answer', async () => {
    const rows = await parquetReadObjects({
      file: buffer(drawsParquet('1', [sample('a.yaml', ['x', 'y'])])),
    });
    expect(rows).toHaveLength(12);
    expect(rows[0]).toEqual({ scenario: 'a.yaml', draw: 0, month: '2026-04', x: null, y: 100 });
    expect(rows[5]).toEqual({ scenario: 'a.yaml', draw: 1, month: '2026-06', x: 21, y: 121 });
  });

  it('hold scenarios with different measures in one table', async () => {
    const rows = await parquetReadObjects({
      file: buffer(drawsParquet('1', [sample('a.yaml', ['x']), sample('b.yaml', ['y'])])),
    });
    expect(rows).toHaveLength(24);
    expect(rows[13]).toEqual({ scenario: 'b.yaml', draw: 0, month: '2026-05', x: null, y: 10 });
  });

  it('say the run, the units and the condition in the metadata', () => {
    const { key_value_metadata: told } = parquetMetadata(
      buffer(drawsParquet('1.2', [sample('a.yaml', ['x'])])),
    );
    const facts = new Map(told?.map(({ key, value }) => [key, value]));
    expect(facts.get('offtake.version')).toBe('1.2');
    expect(facts.get('offtake.units')).toBe('{"x":"USD"}');
    expect(facts.get('offtake.scenarios')).toContain('"seed":7');
    expect(facts.get('offtake.basis')).toContain('Conditional');
  });

  it('are the same bytes for the same draws', () => {
    const make = () => drawsParquet('1', [sample('a.yaml', ['x', 'y'])]);
    expect(Buffer.compare(make(), make())).toBe(0);
  });
});
