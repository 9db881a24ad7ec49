import { ok } from '#shared/base/outcome.ts';
import { measureCatalogue } from '#shared/engine/measure/catalogue.ts';
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
    differ: ({ base, other }) => {
      const differences = sides.differences(base, other);
      if (!differences.ok) return differences;
      const measures = new Map(
        [base, other].flatMap((scenario) => {
          const model = models(scenario);
          return model.ok ? measureCatalogue(model.value.compiled.plan).map((info) => [info.id, info]) : [];
        }),
      );
      return ok({ differences: differences.value, measures: [...measures.values()] });
    },
    ...pairJobs(models, kernels),
    ...bridgeJobs(sides),
  };
}
