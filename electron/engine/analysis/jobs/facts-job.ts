import { fail, ok } from '#shared/base/outcome.ts';
import { percentileEnds } from '#shared/engine/analysis/tornado.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { Sampler } from '#shared/engine/random/sampler.ts';
import type { InputInfo } from '#shared/scenario/compile/input-info.ts';
import { closest } from '#shared/scenario/text/closest.ts';
import { inputText } from '#shared/view/analysis/input-text.ts';
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
      unknowns: sampler.value.uncertain
        .flatMap((drawn) => unknownInput(drawn, inputs[drawn.slot], plan.start))
        .sort((one, other) => one.slot - other.slot),
    });
  };
}

/** An assumption, at the ends between which it lies in four of five cases. */
function unknownInput(
  { slot, key, drawn }: Sampler['uncertain'][number],
  info: InputInfo | undefined,
  start: YearMonth,
): ReportedInput[] {
  if (info === undefined || !key.startsWith('assumptions.')) return [];
  const { p10, p90 } = percentileEnds(drawn.law);
  const figures = [p10, p90].map((value) => ({
    text: inputText(value, info, start),
    value,
    source: null,
    date: null,
  }));
  return [{ slot, figures }];
}

/** An input on which the sources named in the text do not agree. */
function reportedInput({ slot, provenance }: InputInfo): ReportedInput[] {
  const figures = provenance?.reported ?? [];
  const isDisputed = new Set(figures.map(({ value }) => value)).size > 1;
  if (!isDisputed) return [];
  return [{ slot, figures: figures.map(({ text, value, source, date }) => ({ text, value, source, date })) }];
}
