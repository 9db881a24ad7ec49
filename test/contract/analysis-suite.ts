import { expect, it } from 'vitest';
import type { AnalysisCalls } from '#shared/contract/analysis.ts';
import type { Events } from '#shared/contract/events.ts';
import type { Host, Input } from '#shared/contract/host.ts';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';
import { uncertainText } from '../electron/engine/analysis/bench.ts';

const scenario = { id: 'uncertain.scenario.yaml', text: uncertainText, files: {} };
const of = 'spend.billed.cumulative';
const power = 'deals.cloud.capacity.phases.first.power';
const price = 'generations.chip.price.list';
const about = { ticket: 1, scenario, of, at: null };

/** One of every call, as a screen makes it. */
const wishes: { readonly [K in keyof AnalysisCalls]: Input<K> } = {
  'analysis.inputs': { ticket: 1, scenario },
  'analysis.sensitivity': { ...about, method: 'sobol', isByMonth: true, rows: 128 },
  'analysis.seek': {
    ...about,
    input: power,
    target: 30e9,
    inDraws: { share: 0.8, side: 'at-least', draws: 256 },
  },
  'analysis.sweep': {
    ...about,
    first: { input: power, steps: 5, low: 600 },
    second: { input: price, steps: 4 },
  },
  'analysis.distribution': { ...about, at: 11, condition: { comparison: 'at-least', value: 1e10 } },
  'analysis.actuals': { ticket: 1, scenario, measures: [of] },
  'analysis.sources': { ticket: 1, scenario, measures: [of, 'capacity.online'], at: null },
};
const names = Object.keys(wishes) as (keyof AnalysisCalls)[];

/** What must hold of the analyses behind every door. */
export function describeAnalysisCalls(open: () => Promise<{ readonly host: Host }>): void {
  it('answers every analysis with data that wire and structured clone leave as it is', async () => {
    const { host } = await open();
    for (const name of names) {
      const reply = await host.call(name, wishes[name] as never);
      expect(reply, name).toMatchObject({ ok: true });
      expect(structuredClone(reply)).toEqual(reply);
      expect(decodeWire(encodeWire(reply))).toEqual({ ok: true, value: reply });
    }
  });

  it('lists what can be varied, with a range to search, and nothing that nobody wrote', async () => {
    const { host } = await open();
    const reply = await host.call('analysis.inputs', { ticket: 1, scenario });
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    const found = reply.value.inputs.find(({ key }) => key === power);
    expect(found).toMatchObject({ isUncertain: true, dimension: 'power', central: 1000 });
    expect(found?.low).toBeCloseTo(510, 9);
    expect(reply.value.inputs.every(({ low, high }) => low < high)).toBe(true);
    expect(uncertainText.slice(found?.place?.from, found?.place?.to)).toContain('uniform(500, 1500) MW');
  });

  it('tells how far a long analysis is, and cancels it by ticket', async () => {
    const { host } = await open();
    await host.call('app.describe', {});
    const told: Events['work.progress'][] = [];
    host.on('work.progress', (event) => told.push(event));
    const long = { ...about, ticket: 7, method: 'sobol', isByMonth: false } as const;
    const whole = await host.call('analysis.sensitivity', { ...long, rows: 256 });
    expect(whole.ok).toBe(true);
    await expect.poll(() => told.length, { timeout: 5_000 }).toBeGreaterThan(0);
    expect(told.every(({ ticket, fraction }) => ticket === 7 && fraction >= 0 && fraction <= 1)).toBe(true);
    const stopped = host.call('analysis.sensitivity', { ...long, rows: 65_536 });
    await host.call('work.cancel', { ticket: 7 });
    expect(await stopped).toEqual({ ok: false, error: { kind: 'cancelled' } });
  });

  it('refuses input of the wrong shape, naming the field', async () => {
    const { host } = await open();
    const call = host.call as (name: string, input: unknown) => ReturnType<Host['call']>;
    const wrong: readonly (readonly [keyof AnalysisCalls, object, string])[] = [
      ['analysis.sensitivity', { method: 'guess' }, 'method'],
      ['analysis.sensitivity', { rows: 1e9 }, 'rows'],
      ['analysis.seek', { target: '12' }, 'target'],
      ['analysis.seek', { inDraws: { share: 2, side: 'at-least', draws: 256 } }, 'inDraws.share'],
      ['analysis.sweep', { first: { input: power, steps: 1 } }, 'first.steps'],
      ['analysis.sweep', { draws: 1 }, 'draws'],
      ['analysis.distribution', { at: -1 }, 'at'],
      ['analysis.actuals', { measures: [7] }, 'measures.0'],
    ];
    for (const [name, change, field] of wrong) {
      const reply = await call(name, { ...wishes[name], ...change });
      expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid-call' } });
      expect(JSON.stringify(reply)).toContain(`${field}: `);
    }
  });
}
