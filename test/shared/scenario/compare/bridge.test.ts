import { describe, expect, it } from 'vitest';
import { kernelDraws } from '#shared/engine/analysis/kernel-draws.ts';
import { drawCoalitions } from '#shared/engine/compare/drawn-coalitions.ts';
import { uncontrolled } from '#shared/engine/control.ts';
import { createKernel } from '#shared/engine/create-kernel.ts';
import { createSampler } from '#shared/engine/random/sampler.ts';
import type { Bridge, BridgeStatistic } from '#shared/scenario/compare/bridge.ts';
import { bridgeCoalitions, centralBridge, drawnBridge } from '#shared/scenario/compare/bridge.ts';
import type { BridgeModel } from '#shared/scenario/compare/bridge-model.ts';
import { monthIn } from '#shared/scenario/compare/bridge-model.ts';
import { planOf } from '#shared/scenario/compare/coalition-plan.ts';
import type { ReadSide } from '#shared/scenario/compare/read-side.ts';
import { modelOf, shippedSide } from '../../../support/compared.ts';
import { shippedFiles } from '../../../support/shipped.ts';

const at = { year: 2030, month: 12 };
const spend = 'spend.billed.cumulative';

function central(made: BridgeModel): Bridge {
  const bridge = centralBridge(made, at, uncontrolled);
  if (!bridge.ok) throw new Error(JSON.stringify(bridge.error));
  return bridge.value;
}

function drawn(made: BridgeModel, statistic: Exclude<BridgeStatistic, 'central'>): Bridge {
  const { draws } = made.model.sampling;
  const coalitions = bridgeCoalitions(made);
  const figures = { draws, fullDraws: draws, values: new Float64Array(coalitions.count * draws) };
  const done = drawCoalitions(
    { model: made.model, coalitions, figures, fromDraw: 0, toDraw: draws },
    uncontrolled,
  );
  expect(done.ok).toBe(true);
  const bridge = drawnBridge(made, at, statistic, figures, uncontrolled);
  if (!bridge.ok) throw new Error(bridge.error);
  return bridge.value;
}

/** The draws of a scenario run by itself, as `offtake simulate` makes them, with the luck of the first scenario. */
function alone({ scenario }: ReadSide, measure: string, draws: number, seed: number): Float64Array {
  const plan = planOf(scenario);
  const sampler = createSampler({ ...plan, seed, sampling: { ...plan.sampling, draws } });
  if (!sampler.ok) throw new Error(sampler.error.message);
  const kernel = createKernel(plan, { lanes: 64, wanted: [measure] });
  const found = kernelDraws(
    kernel,
    sampler.value,
    [],
    draws,
    [{ measure: 0, month: monthIn(plan, at) }],
    uncontrolled,
  );
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const base = shippedSide('amazon-anthropic');

describe('a bridge', () => {
  it.each(
    Object.keys(shippedFiles)
      .filter((id) => /^[^/]+\.scenario\.yaml$/.test(id))
      .map((id) => id.replace('.scenario.yaml', '')),
  )('leads from the base to %s, and its parts sum to the whole to the last bit', (name) => {
    const other = shippedSide(name);
    for (const measure of name.endsWith('to-1') ? [spend, 'capital.cumulative'] : [spend]) {
      const made = modelOf(base, other, measure, at);
      const { from, to, parts } = central(made);
      // Mistral's scenario ends before that date: no answer, and no crash.
      if (Number.isNaN(to)) {
        expect(name).toBe('mistral-multi-cloud');
        continue;
      }
      expect(sum(parts.map(({ effect }) => effect))).toBe(to - from);
      // Where it ends is the other scenario by itself: its own central path, computed without any bridge.
      const own = central(modelOf(other, other, measure, at));
      expect(to).toBe(own.from);
    }
  });

  it('from a scenario to itself is zero, to the last bit, on the central path and on every draw', () => {
    const made = modelOf(base, base, spend, at, { draws: 200 });
    const bridge = drawn(made, 'mean');
    expect([bridge.to - bridge.from, bridge.differenceError, bridge.parts.length]).toEqual([0, 0, 0]);
    const apart = modelOf(
      base,
      shippedSide('amazon-anthropic', (text) => `${text}\n# another file\n`),
      spend,
      at,
    );
    expect(central(apart).to - central(apart).from).toBe(0);
  });

  it('over draws begins and ends with the draws of the two scenarios by themselves', () => {
    const other = shippedSide('skeptic');
    const draws = 256;
    const made = modelOf(base, other, spend, at, { draws });
    const { seed } = planOf(base.scenario);
    const mean = (values: Float64Array) => sum(values) / values.length;
    const bridge = drawn(made, 'mean');
    expect(bridge.from / mean(alone(base, spend, draws, seed))).toBeCloseTo(1, 12);
    expect(bridge.to / mean(alone(other, spend, draws, seed))).toBeCloseTo(1, 12);
    expect(sum(bridge.parts.map(({ effect }) => effect))).toBe(bridge.to - bridge.from);
    const median = drawn(made, 'p50');
    const sorted = alone(other, spend, draws, seed).sort();
    expect(median.to).toBeCloseTo(((sorted[127] ?? 0) + (sorted[128] ?? 0)) / 2, 0);
    expect(sum(median.parts.map(({ effect }) => effect))).toBe(median.to - median.from);
  });

  it('states errors that hold: nineteen in twenty bridges of other seeds lie within two of them', () => {
    const other = shippedSide('circular-20-to-1');
    const runs = Array.from({ length: 24 }, (_, seed) =>
      drawn(
        modelOf(
          shippedSide('amazon-anthropic', (text) => text.replace('seed: 7', `seed: ${seed + 1}`)),
          other,
          spend,
          at,
          { draws: 256 },
        ),
        'mean',
      ),
    );
    const effects = runs.map(({ parts }) => parts.find(({ input }) => input === 'assumptions.slip'));
    const centre = sum(effects.map((part) => part?.effect ?? 0)) / runs.length;
    const inside = effects.filter(
      (part) => part && Math.abs(part.effect - centre) <= 1.96 * part.standardError,
    ).length;
    expect(inside).toBeGreaterThanOrEqual(20);
  });

  it('has a paired error far below that of two runs with luck of their own', () => {
    const other = shippedSide('3-gw');
    const bridge = drawn(modelOf(base, other, spend, at, { draws: 1024 }), 'mean');
    const unpaired = Math.hypot(bridge.fromError, bridge.toError);
    expect(unpaired / bridge.differenceError, 'unpaired ÷ paired error').toBeGreaterThan(1.2);
    const small = drawn(modelOf(base, shippedSide('floor-110'), spend, at, { draws: 1024 }), 'mean');
    expect(Math.hypot(small.fromError, small.toError) / small.differenceError).toBeGreaterThan(20);
  });

  it('explains structure: a deal, an option, a facility clause on one side only', () => {
    const option = central(modelOf(base, shippedSide('no-options'), spend, at));
    expect(option.parts.map(({ input, isDecision }) => [input, isDecision])).toEqual([
      ['deals.aws.options.trainium5', true],
    ]);
    const deals = central(modelOf(base, shippedSide('google-anthropic'), spend, at));
    expect(deals.parts.map(({ input }) => input).sort()).toEqual([
      'deals.aws',
      'deals.broadcom',
      'deals.google',
    ]);
    const gone = deals.parts.find(({ input }) => input === 'deals.aws');
    expect(gone?.alone).toBe(-deals.from);
    const clause = central(modelOf(base, shippedSide('circular-20-to-1'), 'capital.cumulative', at));
    expect(clause.parts.map(({ input }) => input)).toContain('deals.aws.capital.facility.expires');
  });

  it('puts every difference among the parts or the idle, and never both', () => {
    for (const name of ['skeptic', 'futurist', 'anthropic-portfolio', 'google-anthropic']) {
      const { parts, idle } = central(modelOf(base, shippedSide(name), spend, at));
      const all = [...parts.flatMap(({ differences }) => differences), ...idle];
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('by tag has four corners: old and new beliefs, without and with the decision', () => {
    const other = shippedSide('amazon-anthropic', (text) =>
      text.replace('value: up to 5 GW,', 'value: up to 3 GW,').replace('uniform(0.5, 1.5) GW', '0.7 GW'),
    );
    const bridge = central(modelOf(base, other, spend, at, { grouping: 'tag' }));
    const sides = new Map(bridge.parts.map((part) => [part.input, part]));
    const [beliefs, decisions] = [sides.get('beliefs'), sides.get('decisions')];
    const newBeliefs = bridge.from + (beliefs?.alone ?? Number.NaN);
    // The decision is measured from a baseline that has moved with the beliefs.
    expect(bridge.to - newBeliefs).toBeCloseTo(decisions?.last ?? Number.NaN, 3);
    expect(bridge.coalitions).toBe(4);
  });
});

describe('luck', () => {
  it('stays the same for everything else when the other scenario gets one more uncertain input', () => {
    const other = shippedSide('amazon-anthropic', (text) =>
      text.replace('    services:', '    services:\n      storage: uniform(1 %, 4 %)'),
    );
    for (const measure of ['capacity.online', 'capital.cumulative']) {
      expect(alone(other, measure, 128, 7)).toEqual(alone(base, measure, 128, 7));
    }
    expect(alone(other, spend, 128, 7)).not.toEqual(alone(base, spend, 128, 7));
  });
});
