import { describe, expect, it } from 'vitest';
import { plainWishes } from '#shared/export/wishes.ts';
import { createDrawMemory } from '../../../electron/engine/draw-memory.ts';
import { createInlineRunner } from '../../../electron/engine/inline.ts';
import { createModelPerformers } from '../../../electron/engine/model-performers.ts';
import { createStop } from '../../../electron/engine/stop.ts';
import { gatherDocument } from '../../../electron/service/gather-document.ts';
import { createResults } from '../../../electron/service/results.ts';
import { answerOf, uncertainText } from '../engine/analysis/bench.ts';

const source = { id: 'uncertain.scenario.yaml', text: uncertainText, files: {} };
const charts = ['distribution', 'sensitivity:method=sobol', 'sensitivity:method=rank', 'actuals'];

/** Gathers what an export with those pages needs, in so much memory for draws. */
async function gatheredIn(megabytes: number) {
  const memory = createDrawMemory(megabytes * 1024 * 1024);
  const runner = createInlineRunner(
    createModelPerformers(),
    (what, stack) => {
      throw new Error(`${what}: ${stack}`);
    },
    memory,
  );
  const parts = { runner, results: createResults(runner), version: 'test' };
  const control = { stop: createStop(), report: () => undefined };
  const document = answerOf(await gatherDocument(parts, [source], { ...plainWishes, charts }, control, true));
  return { document, inUse: memory.bytesInUse(), all: memory.take(memory.ceilingBytes) };
}

describe('what an export is made from', () => {
  it('has every page answered, from the same draws in much memory and in little, and leaves none of it behind', async () => {
    const [much, little] = [await gatheredIn(64), await gatheredIn(8)];
    for (const { document, inUse, all } of [much, little]) {
      expect(document.unanswered).toEqual([]);
      expect(document.scenarios[0]?.answers.size).toBe(charts.length);
      expect(inUse).toBe(0);
      expect(all).not.toBeNull();
    }
    expect(little.document.scenarios[0]?.answers).toStrictEqual(much.document.scenarios[0]?.answers);
    expect(little.document.scenarios[0]?.fan).toMatchObject({ done: much.document.scenarios[0]?.fan?.done });
  });
});
