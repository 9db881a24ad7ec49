import type { Figure, Point } from '#shared/engine/analysis/figure.ts';
import type { SobolEstimate } from '#shared/engine/analysis/sobol-sums.ts';
import type { SobolShape } from '#shared/engine/analysis/sobol-table.ts';
import type { Histogram } from '#shared/engine/summary/histogram.ts';
import type { ProbabilityByMonth, Threshold } from '#shared/engine/summary/probability.ts';
import type { Observation } from '#shared/scenario/observations.ts';
import type { InputNote, ReportedFigure } from '#shared/view/analysis/answers.ts';
import type { SharedRegion } from '../draw-memory.ts';
import type { KeyedSource } from '../keyed-source.ts';
import type { SharedSamples } from '../shared-samples.ts';

/** An input with figures it might as well have: those that sources give, or the ends of its range. */
export interface ReportedInput {
  readonly slot: number;
  readonly figures: readonly ReportedFigure[];
}

/** What whoever plans an analysis must know of a scenario. */
export interface ScenarioFacts {
  readonly months: number;
  readonly seed: number;
  readonly draws: number;
  /** One for each slot, in the order of the slots. */
  readonly notes: readonly InputNote[];
  /** Slots of numbers that nobody wrote and nobody means to vary. */
  readonly fixed: readonly number[];
  /** Slots of the uncertain inputs, in the order in which analyses list them. */
  readonly uncertain: readonly number[];
  /** Keys of inputs that are correlated with one another, group by group. */
  readonly tied: readonly (readonly string[])[];
  /** Inputs on which sources disagree, in the order of the slots. */
  readonly reported: readonly ReportedInput[];
  /** Uncertain assumptions at their 10th and 90th percentile, in the order of the slots. */
  readonly unknowns: readonly ReportedInput[];
}

/** Rank effects, at `input * months + month` of those asked for. */
export interface RankTable {
  readonly rank: Float64Array;
  readonly standardError: Float64Array;
  readonly contribution: Float64Array;
}

/** A tornado of one measure: ends by input, figures at `input * months + month` of those asked for. */
export interface TornadoTable {
  readonly central: Float64Array;
  readonly p10: Float64Array;
  readonly p90: Float64Array;
  readonly atP10: Float64Array;
  readonly atP90: Float64Array;
}

/** Draws in hand, and how many of them are made. */
export interface DrawsInHand {
  readonly shared: SharedSamples;
  readonly done: number;
}

/** What the draws in hand tell of one measure at one month. */
export interface Described {
  readonly histogram: Histogram | null;
  readonly probability: ProbabilityByMonth | null;
  readonly nearest: number;
  readonly path: Float64Array;
}

/** How the draws fit what was observed; with too few that do, why they carry nothing. */
export interface Weighed {
  readonly effectiveDraws: number;
  readonly placeInFan: readonly number[];
  readonly refusal: string | null;
}

/** The jobs of the analyses. */
export type AnalysisJobs = {
  /** Fails where `of` is no measure of the scenario. */
  readonly facts: {
    readonly input: { readonly scenario: KeyedSource; readonly of: string | null };
    readonly output: ScenarioFacts;
  };
  /** Single runs around the central path: `result[figure * points + point]`. */
  readonly points: {
    readonly input: {
      readonly scenario: KeyedSource;
      readonly measures: readonly string[];
      readonly figures: readonly Figure[];
      readonly points: readonly Point[];
    };
    readonly output: Float64Array;
  };
  /** One figure over the draws from..to, `to` not included, with some inputs held. */
  readonly held: {
    readonly input: {
      readonly scenario: KeyedSource;
      readonly measure: string;
      readonly month: number;
      readonly held: Point;
      readonly from: number;
      readonly to: number;
    };
    readonly output: Float64Array;
  };
  readonly rank: {
    readonly input: DrawsInHand & {
      readonly scenario: KeyedSource;
      /** Index among the measures of the draws. */
      readonly measure: number;
      readonly months: readonly number[];
    };
    readonly output: RankTable;
  };
  readonly tornado: {
    readonly input: {
      readonly scenario: KeyedSource;
      readonly measure: string;
      readonly months: readonly number[];
    };
    readonly output: TornadoTable;
  };
  /** Evaluates rows from..to of the design of variance indices into a table that all threads see. */
  readonly rows: {
    readonly input: {
      readonly scenario: KeyedSource;
      readonly measure: string;
      readonly months: readonly number[];
      readonly table: SharedRegion;
      readonly rows: number;
      readonly from: number;
      readonly to: number;
    };
    readonly output: null;
  };
  /** Indices of the outputs from..to of a table that is full. */
  readonly indices: {
    readonly input: {
      readonly table: SharedRegion;
      readonly shape: SobolShape;
      readonly seed: number;
      readonly from: number;
      readonly to: number;
    };
    readonly output: readonly SobolEstimate[];
  };
  readonly describe: {
    readonly input: DrawsInHand & {
      readonly measure: number;
      readonly month: number;
      readonly condition: Threshold | null;
    };
    readonly output: Described;
  };
  readonly observe: { readonly input: KeyedSource; readonly output: readonly Observation[] };
  /** Weighs the draws by the observations; the weights go to memory that all threads see. */
  readonly weigh: {
    readonly input: DrawsInHand & {
      readonly observations: readonly (Observation & { readonly index: number })[];
      readonly weights: SharedRegion;
    };
    readonly output: Weighed;
  };
};
