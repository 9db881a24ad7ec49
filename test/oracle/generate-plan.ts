import type { CustomerPlan } from '#shared/engine/plan/customer.ts';
import type { CheckPlan, CustomMeasure, Plan } from '#shared/engine/plan/plan.ts';
import { type Draft, newDraft } from './draft.ts';
import { generateDeal } from './generate-deal.ts';
import { generateCondition, generateMeasure } from './generate-formula.ts';
import { generateGeneration } from './generate-generation.ts';
import { steady } from './generate-steady-deal.ts';
import type { Scene } from './scene.ts';

/** A made-up plan and what its inputs are worth in each lane. */
export interface GeneratedPlan {
  readonly plan: Plan;
  readonly lanes: readonly (readonly number[])[];
}

/** Makes up a plan that a seed stands for: every variant of everything a plan may hold, often at its edges. */
export function generatePlan(seed: number, laneCount: number): GeneratedPlan {
  const draft = newDraft(seed, laneCount);
  const { dice } = draft;
  const months = dice.pick([1, 6, 13, 24, 36, 36, 48, 48, 60]);
  const keys = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}-${i + 1}`);
  const providers = keys('Provider', dice.whole(1, 3));
  const isFree = dice.happens(0.06);
  const isSteady = dice.happens(0.3);
  const parties = ['Lab', ...providers, 'Fund', 'Customers', 'Suppliers', 'Others'];
  const bare: Scene = {
    months,
    generations: keys('chip', dice.whole(1, 4)).map((key, g) => {
      const generation = generateGeneration(draft, key, months, isFree);
      return isSteady && g === 0 ? { ...generation, available: draft.date(-40, -20) } : generation;
    }),
    providers: providers.map((_, i) => i + 1),
    investors: [providers.length + 1],
    dealKeys: keys('deal', dice.whole(1, 3)),
    ownMeasures: [],
    keys,
  };
  const measures = generateMeasures(draft, bare);
  const scene: Scene = { ...bare, ownMeasures: measures.map(({ id }) => id) };
  const plan: Plan = {
    start: { year: dice.whole(2023, 2029), month: dice.whole(1, 12) },
    months,
    fiscalYearStart: dice.whole(1, 12),
    seed,
    sampling: { method: 'sobol', draws: laneCount, settleAt: 0 },
    parties,
    generations: scene.generations,
    deals: scene.dealKeys.map((key) => {
      const deal = generateDeal(draft, scene, key);
      return isSteady ? steady(draft, deal) : deal;
    }),
    customer: generateCustomer(draft, months),
    measures,
    checks: generateChecks(draft, scene),
    inputs: draft.inputs,
    correlations: [],
  };
  return { plan, lanes: draft.lanes };
}

function generateCustomer({ dice, between, oneOf, path }: Draft, months: number): CustomerPlan {
  return {
    party: 0,
    openingCash: dice.happens(0.25) ? null : between(0, 3e10),
    revenue: dice.pick<() => CustomerPlan['revenue']>([
      () => null,
      () => ({ kind: 'points', perYear: path(0, months, 0, 1e11) }),
      () => ({
        kind: 'growth',
        perYearAtStart: between(1e9, 5e10),
        growth: between(-0.3, 4),
        finalGrowth: between(-0.1, 0.5),
        halfLifeMonths: dice.happens(0.2) ? oneOf([0]) : between(3, 36),
      }),
    ])(),
    otherCostShare: dice.happens(0.3) ? oneOf([0]) : between(0, 0.8),
    otherCostPerYear: dice.happens(0.3) ? oneOf([0]) : between(0, 5e9),
    discountRate: between(0, 0.3),
  };
}

function generateMeasures(draft: Draft, scene: Scene): CustomMeasure[] {
  const measures: CustomMeasure[] = [];
  for (const id of scene.keys('own', draft.dice.whole(0, 4))) {
    const earlier = measures.map((measure) => measure.id);
    measures.push({ id, unit: '1', formula: generateMeasure(draft, scene, earlier) });
  }
  return measures;
}

function generateChecks(draft: Draft, scene: Scene): CheckPlan[] {
  const { dice } = draft;
  return scene.keys('check', dice.whole(0, 3)).map((key) => ({
    key,
    holds: generateCondition(draft, scene, dice.pick(scene.dealKeys)),
    when: dice.happens(0.5) ? { kind: 'always' } : { kind: 'at', month: dice.whole(0, scene.months - 1) },
  }));
}
