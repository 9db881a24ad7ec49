import fc from 'fast-check';
import { createKernel } from '#shared/engine/create-kernel.ts';
import { measureCatalogue } from '#shared/engine/measure/catalogue.ts';
import type { Slot } from '#shared/engine/plan/input.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { generatePlan } from '../oracle/generate-plan.ts';

/** A made-up plan with the values of its inputs in one lane. */
export interface PlanWithValues {
  readonly plan: Plan;
  readonly values: readonly number[];
  /** The seed that makes it again. */
  readonly seed: number;
}

/** Plans that hold every variant of everything a plan may hold, each with the values of one draw. */
export const arbitraryPlan: fc.Arbitrary<PlanWithValues> = fc
  .noShrink(fc.integer({ min: 0, max: 2 ** 31 - 1 }))
  .map((seed) => {
    const { plan, lanes } = generatePlan(seed, 1);
    return { plan, values: lanes[0] ?? [], seed };
  });

/** Settings of a property test over plans: fixed seed, so that a failure can be met again. */
export function overPlans(runs: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: 20_260_420, numRuns: runs };
}

/** Runs a plan in one lane and returns a reader of its series; asking for an id it has not is an error. */
export function runPlan(
  plan: Plan,
  values: readonly number[],
  ids: readonly string[] = measureCatalogue(plan).map((info) => info.id),
): (id: string) => Float64Array {
  const kernel = createKernel(plan, { lanes: 1, wanted: ids });
  kernel.values.set(values);
  kernel.run();
  const series = new Map(ids.map((id, i) => [id, kernel.results[i]]));
  return (id) => {
    const found = series.get(id);
    if (found === undefined) throw new Error(`No series ${id} was run`);
    return found;
  };
}

/** Returns the values with some slots changed. */
export function withSlots(
  values: readonly number[],
  slots: readonly Slot[],
  change: (value: number, slot: Slot) => number,
): readonly number[] {
  const changed = [...values];
  for (const slot of slots) changed[slot] = change(changed[slot] ?? Number.NaN, slot);
  return changed;
}

/** Value of an input. */
export function valueAt(values: readonly number[], slot: Slot): number {
  const value = values[slot];
  if (value === undefined) throw new Error(`No input ${slot}`);
  return value;
}

/** Checks that two numbers agree to rounding, relative to the size of what they are made of; NaN agrees with NaN. */
export function isNear(actual: number, expected: number, size = 0): boolean {
  if (Number.isNaN(actual) || Number.isNaN(expected)) return Number.isNaN(actual) && Number.isNaN(expected);
  return Math.abs(actual - expected) <= 1e-9 * Math.max(1e-9, Math.abs(actual), Math.abs(expected), size);
}
