import { useMemo, useState } from 'react';
import type { Threshold } from '#shared/engine/summary/probability.ts';
import type { DistributionResult } from '#shared/view/analysis/answers.ts';
import {
  type DistributionView,
  distributionView,
  probabilityText,
} from '#shared/view/analysis/distribution.ts';
import { type Answer, useAnswer } from './use-answer.ts';
import type { FigureInQuestion } from './use-question.ts';

/** How a figure is distributed, as far as the answer has come. */
export interface DistributionOfFigure {
  readonly answer: Answer<DistributionResult>;
  /** The answer and its view where it is about the measure in question. */
  readonly value: DistributionResult | null;
  readonly view: DistributionView | null;
  /** How likely the condition is, in words; null where none is asked about. */
  readonly likelihood: string | null;
  /** What is asked about, or null. */
  readonly condition: Threshold | null;
  readonly setCondition: (condition: Threshold | null) => void;
}

/** Asks how the figure in question is distributed, and how likely a condition on it is. */
export function useDistribution(figure: FigureInQuestion | null): DistributionOfFigure {
  const [asked, setAsked] = useState<{ readonly of: string; readonly condition: Threshold } | null>(null);
  const about = figure?.about ?? null;
  const of = about?.info.id ?? '';
  // A condition on one measure means nothing for another.
  const condition = asked !== null && asked.of === of ? asked.condition : null;
  const question = figure && { of, at: figure.month, condition };
  const answer = useAnswer('analysis.distribution', question, 'draws');
  const value = answer.value?.of === of ? answer.value : null;
  const view = useMemo(
    () => (about === null || value === null ? null : distributionView(about, value)),
    [about, value],
  );
  const isLikely = about !== null && value !== null && value.probability !== null && condition !== null;
  return {
    answer,
    value,
    view,
    likelihood: isLikely ? probabilityText(about, value, condition) : null,
    condition,
    setCondition: (next) => setAsked(next === null ? null : { of, condition: next }),
  };
}
