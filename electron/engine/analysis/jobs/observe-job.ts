import { ok } from '#shared/base/outcome.ts';
import { observationsOf } from '#shared/scenario/observations.ts';
import type { Performers } from '../../job.ts';
import type { Models } from '../../model.ts';
import type { ModelJobs } from '../../model-jobs.ts';

/** Makes the job that lists the observations of a scenario. */
export function observeJob(models: Models): Performers<ModelJobs>['observe'] {
  return (scenario) => {
    const model = models(scenario);
    return model.ok ? ok(observationsOf(model.value.reading.scenario)) : model;
  };
}
