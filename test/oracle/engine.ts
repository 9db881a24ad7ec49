import { createKernel } from '#shared/engine/create-kernel.ts';
import { measureCatalogue } from '#shared/engine/measure/catalogue.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { project } from '#shared/engine/project.ts';
import type { MeasureInfo, Projection } from '#shared/engine/projection.ts';
import { at } from './at.ts';

/** What the engine says of one draw, in the oracle's words. */
export interface EngineAnswer {
  readonly catalogue: readonly MeasureInfo[];
  readonly measures: ReadonlyMap<string, readonly number[]>;
  /** The first month in which each check does not hold, or null. */
  readonly brokenChecks: readonly (number | null)[];
}

/** Runs the engine's kernel once over all draws side by side and takes them apart again. */
export function runKernel(plan: Plan, draws: readonly (readonly number[])[]): EngineAnswer[] {
  const catalogue = measureCatalogue(plan);
  const wanted = catalogue.map(({ id }) => id);
  const lanes = draws.length;
  const kernel = createKernel(plan, { lanes, wanted });
  draws.forEach((draw, lane) => {
    draw.forEach((value, slot) => {
      kernel.values[slot * lanes + lane] = value;
    });
  });
  kernel.run();
  return draws.map((_, lane) => ({
    catalogue,
    measures: new Map(
      wanted.map((id, i) => {
        const result = at(kernel.results, i);
        return [id, Array.from({ length: plan.months }, (_, month) => result[month * lanes + lane] ?? 0)];
      }),
    ),
    brokenChecks: plan.checks.map((_, check) => {
      const month = kernel.checks[check * lanes + lane] ?? -1;
      return month < 0 ? null : month;
    }),
  }));
}

/** The engine's central path, with the given draw in the place of the medians. */
export function projectDraw(plan: Plan, draw: readonly number[]): Projection {
  const outcome = project(plan, (_, values) => values.set(draw), {
    isCancelled: () => false,
    report: () => {},
  });
  if (!outcome.ok) throw new Error('Nobody cancelled the projection');
  return outcome.value;
}
