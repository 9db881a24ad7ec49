import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { inspectScenario } from '#shared/scenario/read.ts';
import { type ShareGroup, shareGroups } from '#shared/scenario/shares/share-group.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { Place } from '#shared/scenario/text/node.ts';
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

/** What the scenario assumes of something nobody knows. */
export interface SurveyAssumption {
  readonly key: string;
  /** As written. */
  readonly text: string;
  readonly place: Place;
  /** What is not known, in a sentence; empty where nothing is said. */
  readonly meaning: string;
  readonly source: string | null;
  /** Where it matters, in the words of the text; empty where the model says so itself. */
  readonly usedIn: readonly string[];
}

/** What a scenario is made of, for the lists and forms beside the text. */
export interface Survey {
  readonly start: YearMonth;
  /** Every quantity, written or default, in the order of the file. */
  readonly inputs: readonly Value[];
  /** Shares that must add up to 100 %, whole by whole. */
  readonly shareGroups: readonly ShareGroup[];
  readonly sources: readonly SurveySource[];
  readonly assumptions: readonly SurveyAssumption[];
}

/** Takes stock of a scenario; null where too little of it can be read. */
export function surveyScenario(source: ScenarioSource): Survey | null {
  const { scenario } = inspectScenario(source);
  if (scenario === null) return null;
  return {
    start: scenario.start,
    inputs: scenario.inputs,
    shareGroups: shareGroups(scenario),
    sources: scenario.sources.map(({ key, value }) => ({ key, ...value })),
    assumptions: scenario.assumptions.map(({ key, spot, value }) => {
      if (value.kind === 'plain') {
        return { key, text: value.value.text, place: spot.keyPlace, meaning: '', source: null, usedIn: [] };
      }
      const { value: quantity, meaning, provenance } = value.value;
      const { source } = provenance;
      const usedIn = value.value['used-in'] ?? [];
      return { key, text: quantity.text, place: spot.keyPlace, meaning: meaning ?? '', source, usedIn };
    }),
  };
}
