import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { createKernel } from '#shared/engine/create-kernel.ts';
import { fillCentral } from '#shared/engine/random/central.ts';
import { createSampler, type Sampler } from '#shared/engine/random/sampler.ts';
import { createSampleStore } from '#shared/engine/sample-store.ts';
import { simulate } from '#shared/engine/simulate.ts';
import type { Performers } from '../../job.ts';
import type { Kernels } from '../../kernels.ts';
import { type Model, type Models, samplingFault } from '../../model.ts';
import { createRecent } from '../../recent.ts';
import { cancelled } from '../../run-fault.ts';
import type { CompareJobs, Luck } from '../compare-jobs.ts';
import { namedFault } from '../named-fault.ts';
import { outcomeRows } from '../outcome-rows.ts';

/** One for each scenario of a comparison. */
const keptSamplers = 6;

/** Makes the jobs that run scenarios side by side. */
export function pairJobs(
  models: Models,
  kernels: Kernels,
): Pick<Performers<CompareJobs>, 'preparePair' | 'drawPair' | 'outcomes'> {
  const samplers = createRecent<Outcome<Sampler, Fault>>(keptSamplers);

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
    preparePair: ({ scenario, measures }) => {
      const model = models(scenario);
      if (!model.ok) return fail(namedFault(scenario.source.id, model.error));
      const { compiled, reading, measures: known } = model.value;
      const { plan } = compiled;
      const wanted = [...new Set(measures)].filter((id) => known.has(id));
      const kernel = createKernel({ ...plan, checks: [] }, { lanes: 1, wanted });
      const filled = fillCentral(plan, kernel.values);
      if (!filled.ok) {
        const fault = samplingFault(scenario, compiled, filled.error);
        return fail(namedFault(scenario.source.id, fault));
      }
      kernel.run();
      return ok({
        title: reading.scenario.title,
        start: plan.start,
        months: plan.months,
        hash: reading.hash,
        luck: { seed: plan.seed, sampling: plan.sampling },
        measures: wanted,
        infos: kernel.measures,
        central: kernel.results.map((values) => values.slice()),
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
      const store = createSampleStore(shared.layout, shared.samples);
      const made = simulate({ sampler: sampler.value, kernel, store, fromDraw: from, toDraw: to }, control);
      return made.ok ? ok(null) : fail(cancelled);
    },
    outcomes: (input, control) => {
      const rows = outcomeRows(input, control);
      return rows === null ? fail(cancelled) : ok(rows);
    },
  };
}
