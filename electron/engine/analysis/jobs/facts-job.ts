import { fail, ok } from '#shared/base/outcome.ts';
import type { InputInfo } from '#shared/scenario/compile/input-info.ts';
import { closest } from '#shared/scenario/text/closest.ts';
import type { Performers } from '../../job.ts';
import type { Models } from '../../model.ts';
import type { ModelJobs } from '../../model-jobs.ts';
import type { ReportedInput } from '../analysis-jobs.ts';
import { noteOf } from '../input-note.ts';

/** Makes the job that says what whoever plans an analysis must know of a scenario. */
export function factsJob(models: Models): Performers<ModelJobs>['facts'] {
  return ({ scenario, of }) => {
    const model = models(scenario);
    if (!model.ok) return model;
    const { compiled, measures } = model.value;
    if (of !== null && !measures.has(of)) {
      const meant = closest(of, [...measures]);
      const hint = meant === null ? '' : ` Did you mean “${meant}”?`;
      return fail({ kind: 'invalid-call', message: `The scenario has no measure “${of}”.${hint}` });
    }
    const sampler = model.value.sampler();
    if (!sampler.ok) return sampler;
    const { plan, inputs } = compiled;
    return ok({
      months: plan.months,
      seed: plan.seed,
      draws: plan.sampling.draws,
      notes: plan.inputs.map(({ distribution }, slot) => noteOf(inputs[slot], distribution)),
      fixed: inputs.flatMap(({ slot, origin }) => (origin === 'fixed' ? [slot] : [])),
      uncertain: sampler.value.uncertain.map(({ slot }) => slot),
      tied: sampler.value.groups.map(({ members }) => members.map(({ key }) => key)),
      reported: inputs.flatMap(reportedInput),
    });
  };
}

/** An input on which the sources named in the text do not agree. */
function reportedInput({ slot, provenance }: InputInfo): ReportedInput[] {
  const figures = provenance?.reported ?? [];
  const isDisputed = new Set(figures.map(({ value }) => value)).size > 1;
  if (!isDisputed) return [];
  return [{ slot, figures: figures.map(({ text, value, source, date }) => ({ text, value, source, date })) }];
}
