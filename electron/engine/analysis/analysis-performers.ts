import type { Performers } from '../job.ts';
import type { Kernels } from '../kernels.ts';
import type { Models } from '../model.ts';
import type { AnalysisJobs } from './analysis-jobs.ts';
import { describeJob } from './jobs/describe-job.ts';
import { factsJob } from './jobs/facts-job.ts';
import { heldJob } from './jobs/held-job.ts';
import { indicesJob } from './jobs/indices-job.ts';
import { observeJob } from './jobs/observe-job.ts';
import { pointsJob } from './jobs/points-job.ts';
import { rankJob } from './jobs/rank-job.ts';
import { rowsJob } from './jobs/rows-job.ts';
import { tornadoJob } from './jobs/tornado-job.ts';
import { weighJob } from './jobs/weigh-job.ts';

/** Makes the jobs of the analyses for one thread. */
export function analysisPerformers(models: Models, kernels: Kernels): Performers<AnalysisJobs> {
  return {
    facts: factsJob(models),
    points: pointsJob(models, kernels),
    held: heldJob(models, kernels),
    rank: rankJob(models),
    tornado: tornadoJob(models, kernels),
    rows: rowsJob(models, kernels),
    indices: indicesJob(),
    describe: describeJob(),
    observe: observeJob(models),
    weigh: weighJob(),
  };
}
