import type { Outcome } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { monthOf } from '#shared/export/questions/comparison-month.ts';
import type { ComparisonQuestion, QuestionOf } from '#shared/export/questions/question.ts';
import type { ComparisonOutcomes } from '#shared/view/compare/outcomes.ts';
import { headlineMeasures } from '#shared/view/headline.ts';
import { compareOutcomes } from '../../engine/compare/compare-outcomes.ts';
import type { KeyedSource } from '../../engine/keyed-source.ts';
import type { ModelJobs } from '../../engine/model-jobs.ts';
import type { Runner } from '../../engine/runner.ts';
import type { Stop } from '../../engine/stop.ts';

type OutcomesQuestion = QuestionOf<'outcomes' | 'overlay' | 'multiples' | 'difference' | 'milestones'>;

/** The outcomes of scenarios side by side: questions that the same draws answer share them. */
export interface OutcomesBook {
  readonly of: (question: OutcomesQuestion) => Promise<Outcome<ComparisonOutcomes, Fault>>;
}

/** What outcomes are computed from. */
export interface OutcomesBookParts {
  readonly runner: Runner<ModelJobs>;
  readonly scenarios: readonly KeyedSource[];
  readonly stop: Stop;
  readonly draws: number | undefined;
  readonly usualMeasure: string;
  readonly report: (fraction: number) => void;
}

/** Makes the book of all that some questions ask. */
export function createOutcomesBook(
  questions: readonly ComparisonQuestion[],
  { runner, scenarios, stop, draws, usualMeasure, report }: OutcomesBookParts,
): OutcomesBook {
  const known = new Map<string, Promise<Outcome<ComparisonOutcomes, Fault>>>();
  const measures = [...new Set([...headlineMeasures, ...questions.flatMap(measureOf), usualMeasure])];
  return {
    of: (question) => {
      const at = 'at' in question ? question.at : null;
      const focus = question.kind === 'difference' ? (question.of ?? usualMeasure) : usualMeasure;
      const key = `${at} ${focus}`;
      const made =
        known.get(key) ??
        compareOutcomes(
          runner,
          {
            scenarios,
            base: 0,
            measures,
            at: at === null ? null : [monthOf(at)],
            focus: { measure: focus, at: at === null ? null : monthOf(at) },
            draws,
          },
          {
            stop,
            onRound: ({ done, wanted }) => report(done / wanted),
            now: () => performance.now(),
          },
        );
      known.set(key, made);
      return made;
    },
  };
}

function measureOf(question: ComparisonQuestion): string[] {
  return 'of' in question && question.of !== null ? [question.of] : [];
}
