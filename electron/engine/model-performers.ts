import { analysisPerformers } from './analysis/analysis-performers.ts';
import { comparePerformers } from './compare/compare-performers.ts';
import type { Performers } from './job.ts';
import { drawJob } from './jobs/draw-job.ts';
import { prepareJob } from './jobs/prepare-job.ts';
import { projectJob } from './jobs/project-job.ts';
import { scoutJob } from './jobs/scout-job.ts';
import { sieveJobs } from './jobs/sieve-jobs.ts';
import { summariseJob } from './jobs/summarise-job.ts';
import { createKernels } from './kernels.ts';
import { createPlans } from './keyed-plan.ts';
import { createModels } from './model.ts';
import type { ModelJobs } from './model-jobs.ts';
import { createSamplers } from './samplers.ts';

/** Makes the jobs of the model for one thread, which keeps what it has read between them. */
export function createModelPerformers(): Performers<ModelJobs> {
  const models = createModels();
  const kernels = createKernels();
  const plans = createPlans();
  const samplers = createSamplers(plans);
  return {
    project: projectJob(models),
    prepare: prepareJob(models),
    draw: drawJob(plans, samplers, kernels),
    summarise: summariseJob(),
    scout: scoutJob(plans, samplers, kernels),
    ...sieveJobs(),
    ...analysisPerformers(models, kernels),
    ...comparePerformers(models, kernels),
  };
}
