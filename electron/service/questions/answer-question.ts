import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { SweepAxis } from '#shared/contract/analysis.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { ProjectionResult } from '#shared/contract/results.ts';
import type { ScenarioAnswer } from '#shared/export/questions/answer.ts';
import { monthIndex } from '#shared/export/questions/month-index.ts';
import type { QuestionOf, ScenarioQuestion } from '#shared/export/questions/question.ts';
import { seekWish } from '#shared/export/questions/seek-wish.ts';
import { thresholdOf } from '#shared/export/questions/threshold.ts';
import { sweepSteps } from '#shared/view/analysis/usual-wishes.ts';
import { headlineMeasures, headlineMeasuresOf } from '#shared/view/headline.ts';
import { actuals } from '../../engine/analysis/actuals.ts';
import type { AnalysisWork } from '../../engine/analysis/analysis-work.ts';
import { distribution } from '../../engine/analysis/distribution.ts';
import { seekInput } from '../../engine/analysis/seek-input.ts';
import { sensitivity } from '../../engine/analysis/sensitivity.ts';
import { sourceEffects } from '../../engine/analysis/source-effects.ts';
import { sweepInputs } from '../../engine/analysis/sweep-inputs.ts';

/** Which scenario a question is about, and the measure meant where it names none. */
export interface QuestionContext {
  readonly work: AnalysisWork;
  readonly run: ProjectionResult;
  readonly usualMeasure: string;
}

/** Asks the engine what a page wants to know of one scenario; null where the projection alone answers. */
export async function answerQuestion(
  question: ScenarioQuestion,
  { work, run, usualMeasure }: QuestionContext,
): Promise<Outcome<ScenarioAnswer | null, Fault>> {
  const { projection } = run;
  const about = (asked: { readonly of: string | null; readonly at?: string | null }) => ({
    of: asked.of ?? usualMeasure,
    at: monthIndex(projection, asked.at ?? null),
  });
  switch (question.kind) {
    case 'tornado': {
      const asked = { ...about(question), method: 'tornado', isByMonth: false } as const;
      return answered('sensitivity', await sensitivity(work, asked));
    }
    case 'sensitivity': {
      const asked = { ...about(question), method: question.method ?? 'rank', isByMonth: false } as const;
      return answered('sensitivity', await sensitivity(work, asked));
    }
    case 'river': {
      const asked = { ...about(question), method: question.method ?? 'rank', isByMonth: true } as const;
      return answered('sensitivity', await sensitivity(work, asked));
    }
    case 'distribution':
      return answered('distribution', await distribution(work, { ...about(question), condition: null }));
    case 'probability': {
      const condition = thresholdOf(question);
      if (condition === null)
        return refused(
          'A probability needs one value, least=VALUE or most=VALUE, in the unit of the measure.',
        );
      return answered('distribution', await distribution(work, { ...about(question), condition }));
    }
    case 'sweep': {
      const axes = axesOf(question);
      if (axes === null) return refused('A sweep needs an input: over=KEY.');
      const spread = question.draws === null ? {} : { draws: question.draws };
      return answered('sweep', await sweepInputs(work, { ...about(question), ...axes, ...spread }));
    }
    case 'seek': {
      const wish = seekWish(question);
      if (wish === null || question.by === null)
        return refused('A goal seek needs an input and a target: by=KEY:target=VALUE.');
      const stretch = ends(question.from, question.to);
      return answered(
        'seek',
        await seekInput(work, { ...about(question), input: question.by, ...wish, ...stretch }),
      );
    }
    case 'actuals': {
      if ((run.observations ?? []).length === 0) return refused('The scenario states nothing observed.');
      return answered('actuals', await actuals(work, { measures: headlineMeasuresOf(projection) }));
    }
    case 'sources': {
      const measures = headlineMeasuresOf(projection);
      const at = monthIndex(projection, question.at);
      return answered('sources', await sourceEffects(work, { measures, at }));
    }
    case 'table':
    case 'money':
    case 'ledger':
    case 'checks':
      return ok(null);
  }
}

/** Measures whose draws a question needs; the central path is enough for the others. */
export function drawnMeasures(
  question: ScenarioQuestion,
  { observations = [] }: ProjectionResult,
  usualMeasure: string,
): readonly string[] {
  switch (question.kind) {
    case 'distribution':
    case 'probability':
      return [question.of ?? usualMeasure];
    case 'sensitivity':
    case 'river':
      return (question.method ?? 'rank') === 'rank' ? [question.of ?? usualMeasure] : [];
    case 'actuals':
      return [...headlineMeasures, ...observations.map(({ measure }) => measure)];
    default:
      return [];
  }
}

function axesOf(question: QuestionOf<'sweep'>): { first: SweepAxis; second: SweepAxis | null } | null {
  const { over, from, to, and, steps } = question;
  if (over === null) return null;
  const count = steps ?? (and === null ? sweepSteps.one : sweepSteps.two);
  const second =
    and === null ? null : { input: and, steps: count, ...ends(question['and-from'], question['and-to']) };
  return { first: { input: over, steps: count, ...ends(from, to) }, second };
}

function ends(low: number | null, high: number | null): { low?: number; high?: number } {
  return { ...(low === null ? {} : { low }), ...(high === null ? {} : { high }) };
}

function answered<K extends ScenarioAnswer['kind']>(
  kind: K,
  reply: Outcome<Extract<ScenarioAnswer, { kind: K }>['result'], Fault>,
): Outcome<ScenarioAnswer, Fault> {
  return reply.ok ? ok({ kind, result: reply.value } as ScenarioAnswer) : reply;
}

function refused(message: string): Outcome<never, Fault> {
  return fail({ kind: 'refused', message });
}
