import type { Formula } from '#shared/engine/plan/condition.ts';
import { evaluate } from './formula.ts';
import type { World } from './world.ts';

/** Whether the scenario itself defines a measure. */
export function isCustom(world: World, id: string): boolean {
  return world.plan.measures.some((measure) => measure.id === id);
}

/** A measure the scenario defines, at a month, from measures that are already known. */
export function customValue(
  world: World,
  id: string,
  month: number,
  known: (id: string, month: number) => number,
): number {
  const measure = world.plan.measures.find((candidate) => candidate.id === id);
  if (measure === undefined) throw new Error(`The scenario defines no measure ${id}`);
  return evaluate(world, measure.formula, month, { value: known, leastLag: () => 0 });
}

/** Whether a formula does nothing but add and take away flows, so that it is itself one. */
export function isFlow(formula: Formula, isKnownFlow: (id: string) => boolean): boolean {
  return formula.steps.every((step) => {
    if (step.op === 'measure') return isKnownFlow(step.id);
    return step.op === 'add' || step.op === 'subtract' || step.op === 'negate';
  });
}
