import type { MeasureInfo } from '#shared/engine/projection.ts';
import type { Bridge, BridgeStatistic } from '#shared/scenario/compare/bridge.ts';
import type { Corners } from '#shared/scenario/compare/corners.ts';
import type { InputDifference } from '#shared/scenario/compare/difference.ts';
import type { Grouping } from '#shared/scenario/compare/players.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { ComparisonOutcomes } from '#shared/view/compare/outcomes.ts';

/** Scenarios to be run side by side. */
export interface OutcomesInput {
  readonly ticket: number;
  readonly scenarios: readonly ScenarioSource[];
  /** Index of the scenario the others are measured against. */
  readonly base: number;
  /** Measures whose bands and rows are wanted; one that a scenario does not have is left out there. */
  readonly measures: readonly string[];
  /** Calendar months of the rows, `2030-12`; null for the ends of years and the last month that all have. */
  readonly at: readonly string[] | null;
  /** Measure and month whose paired difference is wanted as a distribution; null for the last month that all have. */
  readonly focus: { readonly measure: string; readonly at: string | null } | null;
  readonly draws?: number;
}

/** Two scenarios and the figure to be explained. */
export interface BridgeInput {
  readonly ticket: number;
  readonly base: ScenarioSource;
  readonly other: ScenarioSource;
  readonly measure: string;
  /** Calendar month, `2030-12`. */
  readonly at: string;
  readonly grouping: Grouping;
  readonly statistic: BridgeStatistic;
  /** As many as fit a few seconds where not given; none are made for the central path. */
  readonly draws?: number;
}

/** The calls that set scenarios against one another. Faults name the scenario that does not read. */
export interface ComparisonCalls {
  /** What each of the others says differently from the base. */
  'compare.inputs': {
    input: { readonly base: ScenarioSource; readonly others: readonly ScenarioSource[] };
    output: {
      readonly others: readonly (readonly InputDifference[])[];
      /** Every measure that one of the scenarios has. */
      readonly measures: readonly MeasureInfo[];
    };
  };
  'compare.outcomes': { input: OutcomesInput; output: ComparisonOutcomes };
  'compare.bridge': { input: BridgeInput; output: Bridge };
  /** Old and new beliefs, without and with the decisions, month by month. */
  'compare.corners': {
    input: Pick<BridgeInput, 'ticket' | 'base' | 'other' | 'measure' | 'at'>;
    output: Corners;
  };
}

/** News of a comparison under way. */
export interface ComparisonEvents {
  /** Figures from the draws made so far; the call's answer replaces them. */
  'compare.progress': { readonly ticket: number; readonly outcomes: ComparisonOutcomes };
}
