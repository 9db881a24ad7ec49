import { fail, ok } from '#shared/base/outcome.ts';
import { prepareRankSensitivity, type RankSensitivity } from '#shared/engine/analysis/rank-sensitivity.ts';
import { samplesAt } from '#shared/engine/sample-store.ts';
import type { Performers } from '../../job.ts';
import type { Models } from '../../model.ts';
import type { ModelJobs } from '../../model-jobs.ts';
import { cancelled } from '../../run-fault.ts';
import { storeOf } from '../../shared-samples.ts';

/** More draws than this sharpen a rank correlation no further than anyone can see. */
export const mostRankedDraws = 20_000;

/** Makes the job that finds, from draws already made, how each input and a measure move together month by month. */
export function rankJob(models: Models): Performers<ModelJobs>['rank'] {
  let last: { readonly name: string; readonly sensitivity: RankSensitivity } | null = null;
  return ({ scenario, shared, done, measure, months }, control) => {
    const model = models(scenario);
    if (!model.ok) return model;
    const sampler = model.value.sampler();
    if (!sampler.ok) return sampler;
    const draws = Math.min(done, mostRankedDraws);
    const { layout } = shared;
    const name = `${scenario.hash} ${layout.firstDraw} ${draws}`;
    if (last?.name !== name) {
      const made = prepareRankSensitivity(sampler.value, layout.firstDraw, draws, control);
      if (!made.ok) return fail(cancelled);
      last = { name, sensitivity: made.value };
    }
    const store = storeOf(shared);
    const size = sampler.value.uncertain.length * months.length;
    const table = {
      rank: new Float64Array(size),
      standardError: new Float64Array(size),
      contribution: new Float64Array(size),
    };
    for (const [at, month] of months.entries()) {
      if (control.isCancelled()) return fail(cancelled);
      const effects = last.sensitivity.of(samplesAt(store, measure, month).subarray(0, draws), control);
      effects.forEach(({ rank, standardError, contribution }, input) => {
        const place = input * months.length + at;
        table.rank[place] = rank;
        table.standardError[place] = standardError;
        table.contribution[place] = contribution;
      });
      control.report((at + 1) / months.length);
    }
    return control.isCancelled() ? fail(cancelled) : ok(table);
  };
}
