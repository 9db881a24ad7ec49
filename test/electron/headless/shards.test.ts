import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { uncertainText } from '../engine/analysis/bench.ts';
import { builtRoot } from './built-root.ts';

const measures = ['capacity.online', 'spend.billed.cumulative', 'circularity.ratio'];
const about = ['deal.scenario.yaml', '--draws', '1000', '--measures', measures.join(',')];

interface Row {
  readonly draw: number;
  readonly month: string;
  readonly [measure: string]: number | string | null;
}

async function rowsOf(path: string): Promise<Row[]> {
  const bytes = await readFile(path);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  expect(parquetMetadata(file).key_value_metadata?.map(({ key }) => key)).toContain('offtake.units');
  return (await parquetReadObjects({ file })) as Row[];
}

describe('shards', () => {
  it('together are the single run, bit for bit, and the run is what the screen shows', async () => {
    const { folder, offtake } = await builtRoot({ 'deal.scenario.yaml': uncertainText });
    const whole = await offtake(['simulate', ...about, '--to', 'whole.parquet']);
    expect(whole).toMatchObject({ code: 0, out: '' });
    expect(whole.errors[0]).toMatch(/^Wrote draws 0 to 999 to whole\.parquet, \d+\.\d MB\.$/);
    const parts: Row[] = [];
    for (const shard of [1, 2, 3]) {
      const to = `part-${shard}.parquet`;
      expect((await offtake(['simulate', ...about, '--shard', `${shard}/3`, '--to', to])).code).toBe(0);
      parts.push(...(await rowsOf(join(folder, to))));
    }
    const rows = await rowsOf(join(folder, 'whole.parquet'));
    expect(rows).toHaveLength(1000 * 24);
    expect(parts).toStrictEqual(rows);
    expect(rows.some((row) => row['circularity.ratio'] === null)).toBe(true);

    const { out } = await offtake(['simulate', ...about, '--json']);
    const { bands, months } = JSON.parse(out) as {
      bands: Record<string, { mean: number[]; p50: number[] }>;
      months: string[];
    };
    const last = months.at(-1);
    const values = rows
      .filter(({ month }) => month === last)
      .map((row) => Number(row['spend.billed.cumulative']));
    const sorted = values.toSorted((one, two) => one - two);
    const median = ((sorted[499] ?? 0) + (sorted[500] ?? 0)) / 2;
    expect(bands['spend.billed.cumulative']?.p50.at(-1)).toBe(median);
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
    expect((bands['spend.billed.cumulative']?.mean.at(-1) ?? 0) / mean).toBeCloseTo(1, 12);
  });

  it.each([
    [['--shard', '4/3', '--to', 'x.parquet'], 'such as 3/20'],
    [['--shard', '0/3', '--to', 'x.parquet'], 'such as 3/20'],
    [['--shard', '1/3'], 'Say where'],
    [['--shard', '901/1000', '--draws', '100', '--to', 'x.parquet'], 'has none'],
    [['--draws', '90000000', '--to', 'x.parquet'], 'make more shards'],
  ])('refuses %j', async (args, words) => {
    const { offtake } = await builtRoot({ 'deal.scenario.yaml': uncertainText });
    const { code, errors } = await offtake(['simulate', 'deal.scenario.yaml', ...args]);
    expect(code).toBe(2);
    expect(errors.join('\n')).toContain(words);
  });
});
