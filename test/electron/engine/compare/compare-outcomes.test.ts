import { describe, expect, it } from 'vitest';
import { fewerDraws } from '#shared/view/compare/fewer-draws.ts';
import { compareOutcomes } from '../../../../electron/engine/compare/compare-outcomes.ts';
import { createDrawMemory } from '../../../../electron/engine/draw-memory.ts';
import { createInlineRunner } from '../../../../electron/engine/inline.ts';
import type { ModelJobs } from '../../../../electron/engine/model-jobs.ts';
import { createModelPerformers } from '../../../../electron/engine/model-performers.ts';
import { createStop } from '../../../../electron/engine/stop.ts';
import { shippedFiles } from '../../../support/shipped.ts';

const id = 'amazon-anthropic.scenario.yaml';
const text = shippedFiles[id] ?? '';
const keyed = (change: string) => ({
  hash: `${change} in a memory`,
  source: { id, text: text.replace('5 GW', change), files: shippedFiles },
});

async function compared(bytes: number, draws: number | undefined) {
  const runner = createInlineRunner<ModelJobs>(
    createModelPerformers(),
    (what, stack) => {
      throw new Error(`${what}: ${stack}`);
    },
    createDrawMemory(bytes),
  );
  const result = await compareOutcomes(
    runner,
    {
      scenarios: ['5 GW', '4 GW', '3 GW'].map(keyed),
      base: 0,
      measures: ['spend.billed', 'capacity.online'],
      at: null,
      focus: null,
      draws,
    },
    { stop: createStop(), onRound: () => undefined, now: () => 0 },
  );
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('scenarios that memory does not hold together for as many draws as were asked for', () => {
  it('make as many as it holds, the first ones, and say so', async () => {
    const [all, some] = [await compared(64 * 1024 ** 2, 400), await compared(2 * 1024 ** 2, 400)];
    expect([all.done, all.wanted, all.asked, fewerDraws(all)]).toEqual([400, 400, 400, null]);
    expect(some.asked).toBe(400);
    expect(some.done).toBe(some.wanted);
    expect(some.done).toBeGreaterThan(200);
    expect(some.done).toBeLessThan(400);
    expect(fewerDraws(some)).toBe('400 were asked for, memory holds no more of 3 scenarios at once');
    const fewer = await compared(64 * 1024 ** 2, some.done);
    expect(some.rows).toEqual(fewer.rows);
  });
});
