import { expect, it } from 'vitest';
import type { Events } from '#shared/contract/events.ts';
import type { EventName, Host } from '#shared/contract/host.ts';
import { contractVersion } from '#shared/contract/version.ts';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';
import { plainWishes } from '#shared/export/wishes.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { describeAnalysisCalls } from './analysis-suite.ts';
import { describeComparisonCalls } from './comparison-suite.ts';
import { describeOpening } from './opening-suite.ts';
import { describeSafety } from './safety-suite.ts';

/** A host over the real service, and the library behind it. */
export interface Fixture {
  readonly host: Host;
  /** Writes a file of the library as another program would. */
  readonly writeOutside: (id: string, text: string) => Promise<void>;
}

/** A small scenario whose numbers are known by heart: 1 GW from the start, $12B over a year of 12 months. */
export const smallText = `offtake: 1
title: Small deal
customer: Anthropic
currency: USD
start: 2026-01
horizon: 24 months
seed: 7
simulation: { draws: 1000, settle-at: 0 % }
generations:
  chip: { available: 2025-01, peak: { bf16: 1 PFLOP/s }, it-power: 1000 W, price: { list: $2/chip-hour } }
deals:
  cloud:
    provider: Cloud
    commitment: { amount: $12B, begins: 2026-01, term: 12 months }
    capacity: { ceiling: 2 GW, phases: { first: { power: 1 GW, energise: 2025-12 }, second: { power: 500 MW to 900 MW, energise: 2027-01 } } }
    mix: chip
checks:
  - power stays under the ceiling: capacity.online <= 2 GW
`;

/** The largest reply allowed; samples never cross, summaries do. */
const replyLimitBytes = 2 * 1024 * 1024;

/** What must hold behind every door. */
export function describeContract(open: () => Promise<Fixture>): void {
  const source = (text = smallText): ScenarioSource => ({ id: 'small.scenario.yaml', text, files: {} });

  it('says what it is', async () => {
    const { host } = await open();
    const reply = await host.call('app.describe', {});
    expect(reply).toMatchObject({ ok: true, value: { contract: contractVersion } });
  });

  it('projects with typed arrays in which NaN is still NaN, in a small reply', async () => {
    const { host } = await open();
    const reply = await host.call('projection.run', { ticket: 1, scenario: source() });
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    const { projection, title } = reply.value;
    expect(title).toBe('Small deal');
    const online = projection.series.find(({ info }) => info.id === 'capacity.online');
    expect(online?.values).toBeInstanceOf(Float64Array);
    expect(online?.values[0]).toBe(1000);
    expect(online?.values).toHaveLength(24);
    expect(projection.series.some(({ values }) => values.some(Number.isNaN))).toBe(true);
    expect(encodeWire(reply).length).toBeLessThan(replyLimitBytes);
  });

  it('gives the problems of a scenario with their places', async () => {
    const { host } = await open();
    const text = smallText.replace('ceiling: 2 GW', 'ceiling: two GW');
    const reply = await host.call('projection.run', { ticket: 1, scenario: source(text) });
    expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid-scenario' } });
    if (reply.ok || reply.error.kind !== 'invalid-scenario') return;
    const fault = reply.error.problems.find(({ severity }) => severity === 'error');
    expect(text.slice(fault?.from, fault?.to)).toContain('two');
  });

  it('simulates with progress that leads to the answer', async () => {
    const { host } = await open();
    await host.call('app.describe', {});
    const rounds: Events['simulation.progress'][] = [];
    host.on('simulation.progress', (event) => rounds.push(event));
    const measures = ['capacity.online', 'spend.billed', 'no.such.measure'];
    const reply = await host.call('simulation.run', { ticket: 5, scenario: source(), measures });
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    const { bands, done, wanted, checks } = reply.value;
    expect([done, wanted]).toEqual([1000, 1000]);
    expect(bands.map(({ id }) => id)).toEqual(['capacity.online', 'spend.billed']);
    const online = bands[0];
    expect(online?.p5[23]).toBeLessThan(online?.p95[23] ?? 0);
    expect(online?.p5[0]).toBe(1000);
    expect(checks).toMatchObject([
      { key: 'power stays under the ceiling', brokenShare: 0, firstBrokenMonth: null },
    ]);
    await expect.poll(() => rounds.length, { timeout: 5_000 }).toBeGreaterThan(0);
    expect(rounds.every(({ ticket, result }) => ticket === 5 && result.done < 1000)).toBe(true);
  });

  it('refuses a simulation beyond the ceiling, with the numbers', async () => {
    const { host } = await open();
    const long = smallText.replace(/horizon: .*/, 'horizon: 20 years');
    const reply = await host.call('simulation.run', {
      ticket: 1,
      scenario: { ...source(), text: long },
      measures: ['capacity.online', 'spend.billed', 'energy'],
      draws: 1_000_000,
    });
    expect(reply).toMatchObject({ ok: false, error: { kind: 'too-large' } });
    expect(JSON.stringify(reply)).toMatch(/1000000 draws of 3 measures over 240 months.*1835 MB.*384 MB/);
  });

  it('goes on drawing while remarks are written, and stops for a figure', async () => {
    const { host } = await open();
    const project = (ticket: number, text: string) =>
      host.call('projection.run', { ticket, scenario: source(text) });
    await project(1, smallText);
    const measures = ['energy'];
    const run = host.call('simulation.run', { ticket: 2, scenario: source(), measures, draws: 20_000 });
    for (let ticket = 3; ticket < 9; ticket += 1) await project(ticket, `${smallText}# remark ${ticket}\n`);
    expect(await run).toMatchObject({ ok: true, value: { done: 20_000 } });
    const other = host.call('simulation.run', { ticket: 9, scenario: source(), measures, draws: 1_000_000 });
    await project(10, smallText.replace('ceiling: 2 GW', 'ceiling: 3 GW'));
    expect(await other).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  });

  it('rests after the first bands where it is asked to: a key then ends it with no draw more, and a pause changes no bit', async () => {
    const { host } = await open();
    // Events go to a window that has asked what it is connected to.
    await host.call('app.describe', {});
    const done: number[] = [];
    host.on('simulation.progress', ({ result }) => done.push(result.done));
    const ask = (ticket: number, rests: boolean) =>
      host.call('simulation.run', { ticket, scenario: source(), measures: ['energy'], draws: 20_000, rests });
    const run = ask(1, true);
    await expect.poll(() => done.length, { interval: 5, timeout: 10_000 }).toBeGreaterThan(0);
    await host.call('work.cancel', { ticket: 1 });
    expect(await run).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(done).toEqual([256]);
    const [rested, straight] = [await ask(2, true), await ask(3, false)];
    if (!rested.ok || !straight.ok) throw new Error(JSON.stringify([rested, straight]));
    expect(rested.value.bands).toEqual(straight.value.bands);
  });

  it('lets the newest of many runs win', async () => {
    const { host } = await open();
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, ticket) => host.call('projection.run', { ticket, scenario: source() })),
    );
    expect(replies.at(-1)).toMatchObject({ ok: true });
    const others = replies.slice(0, -1).filter((reply) => !reply.ok);
    expect(others.every((reply) => !reply.ok && reply.error.kind === 'cancelled')).toBe(true);
  });

  it('cancels by ticket', async () => {
    const { host } = await open();
    const run = host.call('simulation.run', {
      ticket: 9,
      scenario: source(),
      measures: ['energy'],
      draws: 1_000_000,
    });
    await host.call('work.cancel', { ticket: 9 });
    expect(await run).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(await host.call('work.cancel', { ticket: 12345 })).toEqual({ ok: true, value: {} });
  });

  it('keeps files: creates, lists, saves, meets a conflict, renames, removes', async () => {
    const { host, writeOutside } = await open();
    const created = await host.call('scenario.create', { id: 'a.scenario.yaml', text: 'title: One\n' });
    if (!created.ok) throw new Error(JSON.stringify(created.error));
    const basedOn = created.value.revision;
    await writeOutside('a.scenario.yaml', 'title: Elsewhere\n');
    const late = await host.call('scenario.save', { id: 'a.scenario.yaml', text: 'title: Two\n', basedOn });
    expect(late).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    if (late.ok || late.error.kind !== 'conflict') return;
    const saved = await host.call('scenario.save', {
      id: 'a.scenario.yaml',
      text: 'title: Two\n',
      basedOn: late.error.current,
    });
    expect(saved).toMatchObject({ ok: true, value: { title: 'Two' } });
    expect(
      await host.call('scenario.rename', { id: 'a.scenario.yaml', to: 'b.scenario.yaml' }),
    ).toMatchObject({ ok: true });
    expect(await host.call('scenario.list', {})).toMatchObject({
      ok: true,
      value: [{ id: 'b.scenario.yaml' }],
    });
    expect(await host.call('scenario.remove', { id: 'b.scenario.yaml' })).toEqual({ ok: true, value: {} });
    expect(await host.call('scenario.open', { id: 'b.scenario.yaml' })).toMatchObject({
      error: { kind: 'not-found' },
    });
  });

  it('tells of changes from outside and not of its own', async () => {
    const { host, writeOutside } = await open();
    await host.call('scenario.create', { id: 'a.scenario.yaml', text: 'title: One\n' });
    await host.call('app.describe', {});
    const news: string[] = [];
    host.on('scenario.changed', ({ id, revision }) =>
      news.push(`${id} ${revision === null ? 'gone' : 'changed'}`),
    );
    host.on('library.changed', ({ reason }) => news.push(reason));
    const opened = await host.call('scenario.open', { id: 'a.scenario.yaml' });
    if (!opened.ok) throw new Error('it was created');
    await host.call('scenario.save', {
      id: 'a.scenario.yaml',
      text: 'title: Own\n',
      basedOn: opened.value.ref.revision,
    });
    await expect.poll(() => outsideSeen(writeOutside, news), { timeout: 10_000 }).toBe(true);
    await host.call('scenario.remove', { id: 'probe.scenario.yaml' });
    await expect.poll(() => news.includes('probe.scenario.yaml gone'), { timeout: 10_000 }).toBe(true);
    expect(news.filter((line) => line.startsWith('a.scenario.yaml'))).toEqual([]);
  });

  it('keeps settings', async () => {
    const { host } = await open();
    const settings = { theme: 'dark', recent: ['a.scenario.yaml'], layout: { panels: '{"x":1}' } } as const;
    expect(await host.call('settings.write', { settings })).toEqual({ ok: true, value: {} });
    expect(await host.call('settings.read', {})).toEqual({ ok: true, value: { settings } });
  });

  it('exports measures, and says which formats there are when asked for another', async () => {
    const { host } = await open();
    const wish = {
      ticket: 3,
      scenarios: [source()],
      name: 'out',
      wishes: { ...plainWishes, draws: 64 },
      template: null,
      into: null,
    };
    const reply = await host.call('export.save', { ...wish, format: 'csv' });
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    expect(reply.value.name).toBe('out.csv');
    expect(reply.value.bytes).toBeGreaterThan(1000);
    const unknown = await host.call('export.save', { ...wish, format: 'doc' });
    expect(JSON.stringify(unknown)).toContain('csv');
  });

  it('refuses ids that lead out, input of the wrong shape, and names it does not know', async () => {
    const { host } = await open();
    const call = host.call as (name: string, input: unknown) => ReturnType<Host['call']>;
    expect(await call('scenario.open', { id: '../x.yaml' })).toMatchObject({ error: { kind: 'refused' } });
    expect(await call('scenario.open', { id: 7 })).toMatchObject({ error: { kind: 'invalid-call' } });
    expect(await call('constructor', {})).toMatchObject({ error: { kind: 'invalid-call' } });
  });

  it('answers with data that wire and structured clone leave as it is', async () => {
    const { host } = await open();
    const reply = await host.call('projection.run', { ticket: 1, scenario: source() });
    expect(structuredClone(reply)).toEqual(reply);
    expect(decodeWire(encodeWire(reply))).toEqual({ ok: true, value: reply });
  });

  describeAnalysisCalls(open);
  describeComparisonCalls(open);
  describeSafety(open);
  describeOpening(open, smallText);
}

async function outsideSeen(writeOutside: Fixture['writeOutside'], news: readonly string[]): Promise<boolean> {
  await writeOutside('probe.scenario.yaml', `title: ${process.hrtime.bigint()}\n`);
  return news.includes('added') && news.includes('probe.scenario.yaml changed');
}

/** Adapts a listener for every event to one for each. */
export function eventHub(): {
  readonly hear: (name: string, payload: unknown) => void;
  readonly on: Host['on'];
} {
  const listeners = new Map<string, Set<(payload: never) => void>>();
  return {
    hear: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) listener(payload as never);
    },
    on: <K extends EventName>(name: K, listener: (event: Events[K]) => void) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => set.delete(listener);
    },
  };
}
