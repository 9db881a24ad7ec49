import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { inspectScenario } from '#shared/scenario/read.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { Value } from '#shared/scenario/value.ts';

/** A document that figures of a scenario are taken from. */
export interface SurveySource {
  readonly key: string;
  readonly title: string;
  readonly date: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly note: string | null;
}

/** What a scenario is made of, for the lists and forms beside the text. */
export interface Survey {
  readonly start: YearMonth;
  /** Every quantity, written or default, in the order of the file. */
  readonly inputs: readonly Value[];
  readonly sources: readonly SurveySource[];
}

/** Takes stock of a scenario; null where too little of it can be read. */
export function surveyScenario(source: ScenarioSource): Survey | null {
  const { scenario } = inspectScenario(source);
  if (scenario === null) return null;
  return {
    start: scenario.start,
    inputs: scenario.inputs,
    sources: scenario.sources.map(({ key, value }) => ({ key, ...value })),
  };
}
