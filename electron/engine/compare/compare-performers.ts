import type { Performers } from '../job.ts';
import type { Kernels } from '../kernels.ts';
import type { Models } from '../model.ts';
import type { CompareJobs } from './compare-jobs.ts';
import { bridgeJobs } from './jobs/bridge-jobs.ts';
import { pairJobs } from './jobs/pair-jobs.ts';
import { createSides } from './sides.ts';

/** Makes the jobs of comparing for one thread. */
export function comparePerformers(models: Models, kernels: Kernels): Performers<CompareJobs> {
  const sides = createSides();
  return {
    differ: ({ base, other }) => sides.differences(base, other),
    ...pairJobs(models, kernels),
    ...bridgeJobs(sides),
  };
}
