import type { Bridge } from '#shared/scenario/compare/bridge.ts';
import type { Corners } from '#shared/scenario/compare/corners.ts';
import type { InputDifference } from '#shared/scenario/compare/difference.ts';
import type {
  ActualsResult,
  DistributionResult,
  SeekResult,
  SensitivityResult,
  SourcesResult,
  SweepResult,
} from '#shared/view/analysis/answers.ts';
import type { ComparisonOutcomes } from '#shared/view/compare/outcomes.ts';

/** What the engine answers to a question about one scenario. */
export type ScenarioAnswer =
  | { readonly kind: 'sensitivity'; readonly result: SensitivityResult }
  | { readonly kind: 'distribution'; readonly result: DistributionResult }
  | { readonly kind: 'sweep'; readonly result: SweepResult }
  | { readonly kind: 'seek'; readonly result: SeekResult }
  | { readonly kind: 'actuals'; readonly result: ActualsResult }
  | { readonly kind: 'sources'; readonly result: SourcesResult };

/** What the engine answers to a question about several scenarios; lists go by scenario, without the base. */
export type ComparisonAnswer =
  | { readonly kind: 'outcomes'; readonly outcomes: ComparisonOutcomes }
  | { readonly kind: 'bridges'; readonly bridges: readonly (Bridge | null)[] }
  | { readonly kind: 'corners'; readonly corners: readonly (Corners | null)[] }
  | { readonly kind: 'differences'; readonly others: readonly (DifferentInputs | null)[] };

/** What another scenario says differently, and what that does to a measure where it could be told. */
export interface DifferentInputs {
  readonly differences: readonly InputDifference[];
  readonly bridge: Bridge | null;
}

/** A page asked for that a scenario has no answer to. */
export interface Unanswered {
  /** Id of the page. */
  readonly page: string;
  /** Titles of the scenarios it is about. */
  readonly scenario: string;
  readonly why: string;
}

/** Answers by the text of their question. */
export type Answers<T> = ReadonlyMap<string, T>;
