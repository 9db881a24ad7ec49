import { describe, expect, it } from 'vitest';
import { ok } from '#shared/base/outcome.ts';
import { createResultReader, type PackedResult, packResult } from '#shared/contract/packed-projection.ts';
import type { ProjectionResult } from '#shared/contract/results.ts';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';

function resultOf(described: string, ids: readonly string[], months = 3): ProjectionResult {
  return {
    projection: {
      start: { year: 2026, month: 4 },
      months,
      parties: ['lab', 'cloud'],
      series: ids.map((id, at) => ({
        info: { id, label: `${id} of ${described}`, unit: 'USD', kind: 'flow', meaning: '', formula: '' },
        values: Float64Array.from({ length: months }, (_, month) =>
          month === 1 ? Number.NaN : at + month / 7,
        ),
      })),
      ledger: [{ from: 0, to: 1, kind: 'spend', deal: null, isCash: true, values: Float64Array.of(1, 2, 3) }],
      marks: [],
      checks: [],
    },
    described,
    problems: [],
    hash: 'h',
    model: 'm',
    title: 't',
    customer: 'lab',
    seed: 7,
    took: { read: 1, compile: 2, project: 3 },
  };
}

describe('a packed result', () => {
  it('is read back as it was, also over the wire, with and without its descriptions', async () => {
    const sent: PackedResult[] = [];
    const first = resultOf('one', ['a', 'b']);
    const second = resultOf('two', ['a', 'c', 'd']);
    const read = createResultReader(async (result: ProjectionResult, known) => {
      const packed = packResult(result, known);
      sent.push(packed);
      const travelled = decodeWire(encodeWire(packed));
      if (!travelled.ok) throw new Error(travelled.error);
      return ok(travelled.value as PackedResult);
    });
    for (const result of [first, second, first, second]) {
      expect(await read(result)).toEqual(ok(result));
    }
    expect(sent.map(({ packed }) => packed.infos !== null)).toEqual([true, true, false, false]);
  });

  it('finds the descriptions it said it had, however many others arrive before the answer', async () => {
    const answers: (() => void)[] = [];
    let isHeld = false;
    const read = createResultReader(async (result: ProjectionResult, known) => {
      if (isHeld) await new Promise<void>((resolve) => answers.push(resolve));
      return ok(packResult(result, known));
    });
    const early = resultOf('early', ['a']);
    await read(early);
    isHeld = true;
    const waiting = read(early);
    isHeld = false;
    for (let at = 0; at < 40; at += 1) await read(resultOf(`other ${at}`, ['a']));
    for (const answer of answers) answer();
    expect(await waiting).toEqual(ok(early));
  });
});
