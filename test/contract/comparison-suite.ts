import { expect, it } from 'vitest';
import type { ComparisonCalls } from '#shared/contract/comparison.ts';
import type { Events } from '#shared/contract/events.ts';
import type { Host, Input } from '#shared/contract/host.ts';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';

const baseText = `offtake: 1
title: One cloud
customer: Anthropic
start: 2026-01
horizon: 36 months
seed: 7
simulation: { draws: 1000, settle-at: 0 % }
generations:
  chip: { available: 2025-01, peak: { bf16: 1 PFLOP/s }, it-power: 1000 W, price: { list: $2/chip-hour, decline: =decline } }
deals:
  cloud:
    provider: Cloud
    capacity: { ceiling: { value: 2 GW, decision: true }, phases: { first: { power: 800 MW to 1.6 GW, energise: 2026-03 } } }
    mix: chip
assumptions:
  decline: uniform(0 %/year, 20 %/year)
`;
const otherText = baseText
  .replace('One cloud', 'Two clouds')
  .replace('value: 2 GW', 'value: 1 GW')
  .replace('uniform(0 %/year, 20 %/year)', '25 %/year')
  .replace(
    'assumptions:',
    '  second: { provider: Other, capacity: { phases: { only: { power: 300 MW, energise: 2027-01 } } }, mix: chip }\nassumptions:',
  );

const source = (text: string, id: string): ScenarioSource => ({ id, text, files: {} });
const base = source(baseText, 'one.scenario.yaml');
const other = source(otherText, 'two.scenario.yaml');
const spend = 'spend.billed.cumulative';
const about = { ticket: 1, base, other, measure: spend, at: '2028-12' };

/** One of every call, as a screen makes it. */
const wishes: { readonly [K in keyof ComparisonCalls]: Input<K> } = {
  'compare.inputs': { base, others: [other, base] },
  'compare.outcomes': {
    ticket: 1,
    scenarios: [base, other],
    base: 0,
    measures: [spend, 'capacity.online', 'second.capacity.online'],
    at: ['2027-06', '2028-12', '2031-01'],
    focus: { measure: spend, at: '2028-12' },
  },
  'compare.bridge': { ...about, grouping: 'input', statistic: 'mean', draws: 500 },
  'compare.corners': about,
};
const names = Object.keys(wishes) as (keyof ComparisonCalls)[];

/** What must hold of comparisons behind every door. */
export function describeComparisonCalls(open: () => Promise<{ readonly host: Host }>): void {
  it('answers every comparison with data that wire and structured clone leave as it is', async () => {
    const { host } = await open();
    for (const name of names) {
      const reply = await host.call(name, wishes[name] as never);
      expect(reply, name).toMatchObject({ ok: true });
      expect(structuredClone(reply), name).toEqual(reply);
      expect(decodeWire(encodeWire(reply)), name).toEqual({ ok: true, value: reply });
    }
  });

  it('lists what differs, and nothing between a scenario and itself', async () => {
    const { host } = await open();
    const reply = await host.call('compare.inputs', wishes['compare.inputs']);
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    const [found, none] = reply.value.others;
    expect(found?.map(({ id, role }) => [id, role])).toEqual([
      ['deals.cloud.capacity.ceiling', 'number'],
      ['deals.second', 'structure'],
      ['assumptions.decline', 'number'],
    ]);
    expect(none).toEqual([]);
  });

  it('runs scenarios on the same luck, with progress and a share of draws in which one is higher', async () => {
    const { host } = await open();
    await host.call('app.describe', {});
    const rounds: Events['compare.progress'][] = [];
    host.on('compare.progress', (event) => rounds.push(event));
    const reply = await host.call('compare.outcomes', { ...wishes['compare.outcomes'], ticket: 4 });
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    const { rows, done, focus, scenarios } = reply.value;
    expect(done).toBe(1000);
    expect(scenarios.map(({ title }) => title)).toEqual(['One cloud', 'Two clouds']);
    const end = rows.find(({ measure, at }) => measure.id === spend && at.year === 2028);
    const pair = end?.pairs[1];
    expect(end?.pairs[0]).toBeNull();
    expect(pair?.mean).toBeCloseTo((end?.cells[1]?.mean ?? 0) - (end?.cells[0]?.mean ?? 0), -3);
    expect(pair?.meanError).toBeLessThan(pair?.unpairedError ?? 0);
    expect(pair?.higher).toBeGreaterThanOrEqual(0);
    const shares = focus?.histograms[1]?.shares ?? new Float64Array();
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    const outside = rows.find(({ measure, at }) => measure.id === spend && at.year === 2031);
    expect(outside?.cells.every(({ mean }) => Number.isNaN(mean))).toBe(true);
    const own = rows.find(({ measure, at }) => measure.id === 'second.capacity.online' && at.year === 2028);
    expect([own?.cells[0]?.mean, own?.cells[1]?.mean]).toEqual([Number.NaN, 300]);
    await expect.poll(() => rounds.length, { timeout: 5_000 }).toBeGreaterThan(0);
    expect(rounds.every(({ ticket, outcomes }) => ticket === 4 && outcomes.done < 1000)).toBe(true);
  });

  it('finds no difference at all, on any draw, between a scenario and itself', async () => {
    const { host } = await open();
    const twin = source(`${baseText}# the same\n`, 'twin.scenario.yaml');
    const reply = await host.call('compare.outcomes', {
      ...wishes['compare.outcomes'],
      scenarios: [base, twin],
    });
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    for (const { pairs, cells } of reply.value.rows.filter(
      ({ cells: [cell] }) => (cell?.answered ?? 0) > 0,
    )) {
      expect(cells[1]).toEqual(cells[0]);
      expect(pairs[1]).toMatchObject({ mean: 0, meanError: 0, p5: 0, p95: 0, higher: 0.5 });
    }
    const bridge = await host.call('compare.bridge', { ...wishes['compare.bridge'], other: twin });
    expect(bridge).toMatchObject({ ok: true, value: { parts: [], differenceError: 0 } });
  });

  it('builds a bridge whose parts sum to the whole, the same on any number of threads and in any order', async () => {
    const { host } = await open();
    const reply = await host.call('compare.bridge', wishes['compare.bridge']);
    const again = await host.call('compare.bridge', wishes['compare.bridge']);
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    const { parts, from, to, isExact, draws } = reply.value;
    expect([isExact, draws]).toEqual([true, 500]);
    expect(parts.map(({ input }) => input).sort()).toEqual([
      'assumptions.decline',
      'deals.cloud.capacity.ceiling',
      'deals.second',
    ]);
    expect(parts.reduce((sum, { effect }) => sum + effect, 0)).toBe(to - from);
    expect(parts.every(({ standardError }) => standardError > 0)).toBe(true);
    expect(again).toEqual(reply);
  });

  it('tells the four corners of beliefs and decisions', async () => {
    const { host } = await open();
    const reply = await host.call('compare.corners', wishes['compare.corners']);
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    const { corners, hasBeliefs, hasDecisions } = reply.value;
    expect([hasBeliefs, hasDecisions]).toEqual([true, true]);
    expect(corners.map(({ beliefs, isDecided }) => [beliefs, isDecided])).toEqual([
      ['old', false],
      ['old', true],
      ['new', false],
      ['new', true],
    ]);
    expect(corners.every(({ values }) => values.length === 36)).toBe(true);
  });

  it('names the scenario that does not read, and says when a measure or a date does not exist', async () => {
    const { host } = await open();
    const broken = source(otherText.replace('value: 1 GW', 'value: one GW'), 'broken.scenario.yaml');
    for (const reply of [
      await host.call('compare.inputs', { base, others: [broken] }),
      await host.call('compare.outcomes', { ...wishes['compare.outcomes'], scenarios: [base, broken] }),
      await host.call('compare.bridge', { ...about, other: broken, grouping: 'input', statistic: 'central' }),
    ]) {
      expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid-scenario' } });
      if (reply.ok || reply.error.kind !== 'invalid-scenario') return;
      expect(reply.error.problems.map(({ file }) => file)).toContain('broken.scenario.yaml');
    }
    const bridge = { ...about, grouping: 'input', statistic: 'central' } as const;
    const unknown = await host.call('compare.bridge', { ...bridge, measure: 'spend.bild' });
    expect(unknown).toMatchObject({ ok: false, error: { kind: 'refused' } });
    const late = await host.call('compare.bridge', { ...bridge, at: '2050-01' });
    expect(JSON.stringify(late)).toContain('2050-01');
    const call = host.call as (name: string, input: unknown) => ReturnType<Host['call']>;
    expect(await call('compare.bridge', { ...bridge, at: '2050' })).toMatchObject({
      error: { kind: 'invalid-call' },
    });
    expect(await call('compare.outcomes', { ...wishes['compare.outcomes'], base: 4 })).toMatchObject({
      error: { kind: 'invalid-call' },
    });
  });

  it('stops a comparison and a bridge by their tickets', async () => {
    const { host } = await open();
    const outcomes = host.call('compare.outcomes', {
      ...wishes['compare.outcomes'],
      ticket: 8,
      draws: 500_000,
    });
    const bridge = host.call('compare.bridge', { ...wishes['compare.bridge'], ticket: 9, draws: 50_000 });
    await host.call('work.cancel', { ticket: 8 });
    await host.call('work.cancel', { ticket: 9 });
    expect(await outcomes).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(await bridge).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  });
}
