import { describe, expect, it } from 'vitest';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { ModelJobs } from '../../../electron/engine/model-jobs.ts';
import type { Runner, RunOptions } from '../../../electron/engine/runner.ts';
import { createRehearsal } from '../../../electron/service/rehearsal.ts';

const source: ScenarioSource = { id: 'deal.scenario.yaml', text: 'title: Deal\n', files: {} };

interface Asked {
  readonly text: string;
  readonly options: RunOptions | undefined;
  /** Answers with a projection, or with a refusal. */
  readonly answer: (isFine?: boolean) => Promise<void>;
}

/** A runner whose jobs are answered by the test. */
function rehearsal(hasUrgentThread = true) {
  const asked: Asked[] = [];
  const run = (_: string, input: { scenario: { source: ScenarioSource } }, options?: RunOptions) =>
    new Promise((resolve) => {
      asked.push({
        text: input.scenario.source.text,
        options,
        answer: async (isFine = true) => {
          resolve(isFine ? { ok: true, value: { described: 'words' } } : { ok: false, error: {} });
          await new Promise((turn) => setTimeout(turn));
        },
      });
    });
  const runner = { hasUrgentThread, run } as unknown as Runner<ModelJobs>;
  return { asked, ...createRehearsal(runner) };
}

describe('the rehearsal', () => {
  it('runs one text after another that the thread has not met, each where keys are served, and ends', async () => {
    const { asked, goOn } = rehearsal();
    goOn(source);
    goOn(source);
    for (let at = 0; at < asked.length; at += 1) {
      expect(asked).toHaveLength(at + 1);
      await asked[at]?.answer();
    }
    expect(new Set(asked.map(({ text }) => text)).size).toBe(asked.length);
    expect(asked.every(({ text }) => text.startsWith(source.text))).toBe(true);
    expect(asked.every(({ options }) => options?.urgency === 'now')).toBe(true);
    const { length } = asked;
    expect(length).toBeGreaterThan(10);
    goOn(source);
    expect(asked).toHaveLength(length);
  });

  it('gives way at once, and goes on with what is left', async () => {
    const { asked, goOn, giveWay } = rehearsal();
    goOn(source);
    giveWay();
    expect(asked[0]?.options?.stop?.isStopped()).toBe(true);
    await asked[0]?.answer(false);
    expect(asked).toHaveLength(1);
    goOn(source);
    expect(asked).toHaveLength(2);
    expect(asked[1]?.text).not.toBe(asked[0]?.text);
  });

  it('leaves a text that cannot be read, and begins with the next', async () => {
    const { asked, goOn } = rehearsal();
    goOn(source);
    await asked[0]?.answer(false);
    expect(asked).toHaveLength(1);
    goOn({ ...source, text: 'title: Other\n' });
    expect(asked[1]?.text).toContain('Other');
  });

  it('is nothing where no thread is kept for keys', () => {
    const { asked, goOn } = rehearsal(false);
    goOn(source);
    expect(asked).toEqual([]);
  });
});
