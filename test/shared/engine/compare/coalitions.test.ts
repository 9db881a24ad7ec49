import { describe, expect, it } from 'vitest';
import { kernelDraws } from '#shared/engine/analysis/kernel-draws.ts';
import { centralCoalitions } from '#shared/engine/compare/central-coalitions.ts';
import type { CoalitionModel, Coalitions } from '#shared/engine/compare/coalition-model.ts';
import { drawCoalitions } from '#shared/engine/compare/drawn-coalitions.ts';
import { figurePlan } from '#shared/engine/compare/figure-plan.ts';
import { slotsRead } from '#shared/engine/compare/slots-read.ts';
import { uncontrolled } from '#shared/engine/control.ts';
import { createKernel } from '#shared/engine/create-kernel.ts';
import { measureCatalogue } from '#shared/engine/measure/catalogue.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { fillCentral } from '#shared/engine/random/central.ts';
import { createSampler } from '#shared/engine/random/sampler.ts';
import { bridgeCoalitions } from '#shared/scenario/compare/bridge.ts';
import { compileScenario } from '#shared/scenario/compile.ts';
import { modelOf, shippedSide } from '../../../support/compared.ts';

const at = { year: 2030, month: 12 };
const draws = 96;

/** The plan of one coalition written out: the laws it takes from either side in their places. */
function planOfCoalition(model: CoalitionModel, { members }: Coalitions, row: number): Plan {
  const players = model.players.length;
  const takesPart = (player: number) => members[row * players + player] === 1;
  let combination = 0;
  for (let player = 0; player < model.structural; player++) if (takesPart(player)) combination |= 1 << player;
  const { plan, swaps } = model.variant(combination);
  const inputs = [...plan.inputs];
  for (const { slot, player, base, other } of swaps) {
    const input = inputs[slot];
    if (input) inputs[slot] = { ...input, distribution: takesPart(player) ? other : base };
  }
  return { ...plan, inputs, seed: model.seed, sampling: model.sampling };
}

function drawnDirectly(plan: Plan, measure: string, month: number): Float64Array {
  const sampler = createSampler(plan);
  if (!sampler.ok) throw new Error(sampler.error.message);
  const kernel = createKernel(plan, { lanes: 32, wanted: [measure] });
  const found = kernelDraws(kernel, sampler.value, [], draws, [{ measure: 0, month }], uncontrolled);
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

function centrally(plan: Plan, measure: string, month: number): number {
  const kernel = createKernel(plan, { lanes: 1, wanted: [measure] });
  fillCentral(plan, kernel.values, 1);
  kernel.run();
  return kernel.results[0]?.[month] ?? Number.NaN;
}

/** Pairs with numbers alone, with correlated inputs made certain, with structure, and with both. */
const pairs = [
  ['amazon-anthropic', 'skeptic', 'spend.billed.cumulative'],
  ['skeptic', 'amazon-anthropic', 'capital.cumulative'],
  ['amazon-anthropic', 'futurist', 'customer.cash'],
  ['anthropic-portfolio', 'escape-hatches', 'spend.billed.cumulative'],
] as const;

describe.each(pairs)('coalitions between %s and %s', (from, to, measure) => {
  const made = modelOf(shippedSide(from), shippedSide(to), measure, at, { draws });
  const { model } = made;
  const coalitions = bridgeCoalitions(made);
  const rows = Array.from({ length: coalitions.count }, (_, row) => row).filter((row) => row % 7 < 3);

  it('draw what the plan of each would draw by itself, to the last bit', () => {
    const figures = { draws, fullDraws: draws, values: new Float64Array(coalitions.count * draws) };
    const half = { model, coalitions, figures };
    expect(drawCoalitions({ ...half, fromDraw: 0, toDraw: 40 }, uncontrolled).ok).toBe(true);
    expect(drawCoalitions({ ...half, fromDraw: 40, toDraw: draws }, uncontrolled).ok).toBe(true);
    for (const row of rows) {
      const plan = planOfCoalition(model, coalitions, row);
      const direct = drawnDirectly(plan, measure, model.variant(0).month);
      expect(figures.values.subarray(row * draws, (row + 1) * draws)).toEqual(direct);
    }
  });

  it('have the central figures of their plans', () => {
    const figures = centralCoalitions(model, coalitions, uncontrolled);
    if (!figures.ok) throw new Error('the laws of shipped scenarios are valid');
    for (const row of rows) {
      const plan = planOfCoalition(model, coalitions, row);
      expect(figures.value[row]).toBe(centrally(plan, measure, model.variant(0).month));
    }
  });

  it('stop when asked', () => {
    const figures = { draws, fullDraws: draws, values: new Float64Array(coalitions.count * draws) };
    const control = { isCancelled: () => true, report: () => undefined };
    const stopped = drawCoalitions({ model, coalitions, figures, fromDraw: 0, toDraw: draws }, control);
    expect(stopped).toEqual({ ok: false, error: 'cancelled' });
  });
});

describe('the plan of a figure', () => {
  const { plan } = compileScenario(shippedSide('anthropic-portfolio').scenario);

  it('gives the same bits with the months after it cut off', () => {
    const ids = measureCatalogue(plan).flatMap(({ id }, place) => (place % 17 === 0 ? [id] : []));
    expect(ids.length).toBeGreaterThan(20);
    for (const id of ids) {
      expect(centrally(figurePlan(plan, id, 40), id, 40), id).toBe(centrally(plan, id, 40));
    }
  });

  it('reads only the slots it is said to read', () => {
    for (const id of ['capacity.online', 'capital.cumulative', 'spend.billed.cumulative']) {
      const read = slotsRead(plan, id);
      expect(read.size, id).toBeGreaterThan(5);
      expect(read.size, id).toBeLessThan(plan.inputs.length);
      const spoilt: Plan = {
        ...plan,
        inputs: plan.inputs.map((input, slot) =>
          read.has(slot) ? input : { ...input, distribution: { kind: 'constant', value: 12_345.678 } },
        ),
      };
      expect(centrally(spoilt, id, 100), id).toBe(centrally(plan, id, 100));
    }
  });
});
