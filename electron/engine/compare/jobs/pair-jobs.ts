import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { createProjector, type Projector } from '#shared/engine/project.ts';
import { fillCentral } from '#shared/engine/random/central.ts';
import { createSampler, type Sampler } from '#shared/engine/random/sampler.ts';
import type { SamplingFault } from '#shared/engine/random/sampling-fault.ts';
import { simulate } from '#shared/engine/simulate.ts';
import type { Performers } from '../../job.ts';
import type { Kernels } from '../../kernels.ts';
import { type Model, type Models, samplingFault } from '../../model.ts';
import { createRecent } from '../../recent.ts';
import { cancelled } from '../../run-fault.ts';
import { storeOf } from '../../shared-samples.ts';
import type { CompareJobs, Luck } from '../compare-jobs.ts';
import { namedFault } from '../named-fault.ts';
import { outcomeRows } from '../outcome-rows.ts';

/** Samplers and projectors: one for each scenario of a comparison. */
const kept = 6;

/** Makes the jobs that run scenarios side by side. */
export function pairJobs(
  models: Models,
  kernels: Kernels,
): Pick<Performers<CompareJobs>, 'preparePair' | 'drawPair' | 'outcomes'> {
  const samplers = createRecent<Outcome<Sampler, Fault>>(kept);
  const projectors = createRecent<Projector>(kept);

  function samplerOf(model: Model, luck: Luck): Outcome<Sampler, Fault> {
    const { plan } = model.compiled;
    const own: Luck = { seed: plan.seed, sampling: plan.sampling };
    if (JSON.stringify(own) === JSON.stringify(luck)) return model.sampler();
    return samplers.get(JSON.stringify([model.hash, luck]), () => {
      const sampler = createSampler({ ...plan, ...luck });
      return sampler.ok ? sampler : fail({ kind: 'refused', message: sampler.error.message });
    });
  }

  return {
    preparePair: ({ scenario, measures }, control) => {
      const model = models(scenario);
      if (!model.ok) return fail(namedFault(scenario.source.id, model.error));
      const { compiled, reading, shape, measures: known } = model.value;
      const { plan } = compiled;
      const wanted = [...new Set(measures)].filter((id) => known.has(id));
      let fault: SamplingFault | null = null;
      const project = projectors.get(shape, () => createProjector(plan));
      const projection = project(
        plan,
        (_, values) => {
          const filled = fillCentral(plan, values);
          if (!filled.ok) fault = filled.error;
        },
        control,
      );
      if (fault !== null) {
        return fail(namedFault(scenario.source.id, samplingFault(scenario, compiled, fault)));
      }
      if (!projection.ok) return fail(cancelled);
      const { series, marks } = projection.value;
      const own = wanted.flatMap((id) => series.find(({ info }) => info.id === id) ?? []);
      return ok({
        title: reading.scenario.title,
        start: plan.start,
        months: plan.months,
        hash: reading.hash,
        luck: { seed: plan.seed, sampling: plan.sampling },
        measures: wanted,
        infos: own.map(({ info }) => info),
        // By themselves: those of all measures stand in one memory, which would travel with them.
        central: own.map(({ values }) => values.slice()),
        marks,
        checks: plan.checks.map(({ key }) => key),
        draws: plan.sampling.draws,
        settleAt: plan.sampling.settleAt,
      });
    },
    drawPair: ({ scenario, measures, luck, shared, from, to }, control) => {
      const model = models(scenario);
      if (!model.ok) return model;
      const sampler = samplerOf(model.value, luck);
      if (!sampler.ok) return fail(namedFault(scenario.source.id, sampler.error));
      const kernel = kernels(model.value, measures);
      const store = storeOf(shared);
      const made = simulate({ sampler: sampler.value, kernel, store, fromDraw: from, toDraw: to }, control);
      return made.ok ? ok(null) : fail(cancelled);
    },
    outcomes: (input, control) => {
      const rows = outcomeRows(input, control);
      return rows === null ? fail(cancelled) : ok(rows);
    },
  };
}
