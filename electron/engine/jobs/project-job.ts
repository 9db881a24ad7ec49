import { fail, ok } from '#shared/base/outcome.ts';
import { packResult } from '#shared/contract/packed-projection.ts';
import type { ProjectionResult } from '#shared/contract/results.ts';
import { createProjector, type Projector } from '#shared/engine/project.ts';
import { fillCentral } from '#shared/engine/random/central.ts';
import type { SamplingFault } from '#shared/engine/random/sampling-fault.ts';
import { observationsOf } from '#shared/scenario/observations.ts';
import { digestOf } from '../digest.ts';
import type { Performers } from '../job.ts';
import { type Models, samplingFault } from '../model.ts';
import type { ModelJobs } from '../model-jobs.ts';
import { createRecent } from '../recent.ts';
import { cancelled } from '../run-fault.ts';

/** A scenario, its base and a comparison of six. */
const kept = 8;

/** Makes the job of the central path: every input at its median. What it set up for one text serves the next edit of a figure. */
export function projectJob(models: Models): Performers<ModelJobs>['project'] {
  const projectors = createRecent<{ readonly project: Projector; readonly described: string }>(kept);
  return ({ scenario, known }, control) => {
    const model = models(scenario);
    if (!model.ok) return model;
    const { reading, compiled, shape, took } = model.value;
    const { inputs, correlations, seed, sampling } = compiled.plan;
    const started = performance.now();
    let fault: SamplingFault | null = null;
    const projector = projectors.get(shape, () => ({
      project: createProjector(compiled.plan),
      // The measures of a plan and their words follow from its shape.
      described: digestOf(shape),
    }));
    const projection = projector.project(
      compiled.plan,
      (plan, values) => {
        const filled = fillCentral(plan, values);
        if (!filled.ok) fault = filled.error;
      },
      control,
    );
    if (fault !== null) return fail(samplingFault(scenario, compiled, fault));
    if (!projection.ok) return fail(cancelled);
    const result: ProjectionResult = {
      projection: projection.value,
      described: projector.described,
      problems: reading.problems,
      hash: reading.hash,
      // The shape is the plan without its numbers, and its digest is at hand.
      model: digestOf(`${projector.described} ${JSON.stringify([inputs, correlations, seed, sampling])}`),
      title: reading.scenario.title,
      customer: reading.scenario.customer,
      seed: compiled.plan.seed,
      ...(reading.scenario.actuals.length === 0 ? {} : { observations: observationsOf(reading.scenario) }),
      took: { ...took, project: performance.now() - started },
    };
    return ok(packResult(result, known));
  };
}
