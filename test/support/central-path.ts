import { uncontrolled } from '#shared/engine/control.ts';
import { createKernel } from '#shared/engine/create-kernel.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { project } from '#shared/engine/project.ts';
import type { Projection } from '#shared/engine/projection.ts';

/** Fills the inputs of a plan that has constants only. */
export function constants(plan: Plan, values: Float64Array): void {
  plan.inputs.forEach((input, slot) => {
    values[slot] = constantOf(input.distribution);
  });
}

/** Projects a plan of constants. */
export function projectConstants(plan: Plan): Projection {
  const outcome = project(plan, constants, uncontrolled);
  if (!outcome.ok) throw new Error('the projection was cancelled');
  return outcome.value;
}

/** Runs a plan of constants in one lane and returns the series asked for, in order. */
export function seriesOf(plan: Plan, ...ids: readonly string[]): readonly Float64Array[] {
  const kernel = createKernel(plan, { lanes: 1, wanted: ids });
  constants(plan, kernel.values);
  kernel.run();
  return kernel.results;
}

/** Runs a plan of constants and returns one series as plain numbers. */
export function valuesOf(plan: Plan, id: string): readonly number[] {
  return seriesOf(plan, id).flatMap((series) => [...series]);
}

function constantOf(distribution: Distribution): number {
  if (distribution.kind !== 'constant') throw new Error('expected an input that is a constant');
  return distribution.value;
}
