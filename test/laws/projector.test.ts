import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uncontrolled } from '#shared/engine/control.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { planShape } from '#shared/engine/plan/plan-shape.ts';
import { createProjector, project } from '#shared/engine/project.ts';
import { generatePlan } from '../oracle/generate-plan.ts';
import { overPlans } from '../support/arbitrary-plan.ts';

/** The same rules with the figures of one draw. */
function withFigures(plan: Plan, draw: readonly number[]): Plan {
  const inputs = plan.inputs.map(({ key }, slot) => ({
    key,
    distribution: { kind: 'constant' as const, value: draw[slot] ?? 0 },
  }));
  return { ...plan, inputs, seed: plan.seed + draw.length };
}

function constants(plan: Plan, values: Float64Array): void {
  plan.inputs.forEach(({ distribution }, slot) => {
    values[slot] = distribution.kind === 'constant' ? distribution.value : Number.NaN;
  });
}

describe('a projector kept between edits', () => {
  const seeds = fc.noShrink(fc.integer({ min: 0, max: 2 ** 31 - 1 }));

  it('answers every plan of its shape as if it had been made for it, and owns nothing of what it gave', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { plan, lanes: draws } = generatePlan(seed, 3);
        const plans = draws.map((draw) => withFigures(plan, draw));
        expect(new Set(plans.map(planShape)).size).toBe(1);
        const projector = createProjector(plan);
        const kept = plans.map((each) => projector(each, constants, uncontrolled));
        expect(kept).toEqual(plans.map((each) => project(each, constants, uncontrolled)));
      }),
      overPlans(40),
    );
  });

  it('knows another rule, another date of a check or another party as another shape', () => {
    const { plan } = generatePlan(5, 1);
    const others: readonly Plan[] = [
      { ...plan, months: plan.months + 1 },
      { ...plan, parties: [...plan.parties, 'Somebody'] },
      { ...plan, deals: plan.deals.slice(1) },
      { ...plan, inputs: plan.inputs.slice(1) },
    ];
    for (const other of others) expect(planShape(other)).not.toBe(planShape(plan));
  });
});
