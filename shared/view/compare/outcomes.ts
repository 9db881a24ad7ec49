import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { Mark, MeasureInfo } from '#shared/engine/projection.ts';
import type { Histogram } from '#shared/engine/summary/histogram.ts';
import type { Bands } from '../bands.ts';

/** What a comparison says of one scenario. */
export interface ComparedScenario {
  readonly id: string;
  readonly title: string;
  readonly start: YearMonth;
  readonly months: number;
  readonly hash: string;
  /** Mean and percentiles by measure, as far as the scenario has them. */
  readonly bands: readonly ComparedBands[];
  /** Central paths by measure. */
  readonly central: readonly { readonly id: string; readonly values: Float64Array }[];
  /** What happens when on the central path. */
  readonly marks: readonly Mark[];
}

/** The draws of one measure by month. */
export interface ComparedBands extends Bands {
  readonly mean: Float64Array;
}

/** A measure of one scenario at a date; NaN where it has no answer there. */
export interface OutcomeCell {
  readonly central: number;
  readonly mean: number;
  /** Sampling error of the mean, one standard deviation. */
  readonly meanError: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  /** Share of draws that have an answer. */
  readonly answered: number;
}

/** The difference of a scenario to the base, draw by draw on the same luck. */
export interface PairCell {
  readonly central: number;
  readonly mean: number;
  readonly meanError: number;
  /** What the error would be if the two scenarios had been run with luck of their own. */
  readonly unpairedError: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  /** Share of draws in which the scenario lies above the base, among those in which both have an answer. */
  readonly higher: number;
  readonly higherError: number;
  readonly answered: number;
}

/** One measure at one date over all scenarios of a comparison. */
export interface OutcomeRow {
  readonly measure: MeasureInfo;
  readonly at: YearMonth;
  /** By scenario. */
  readonly cells: readonly OutcomeCell[];
  /** By scenario; null for the base. */
  readonly pairs: readonly (PairCell | null)[];
}

/** The distribution of the paired difference of one measure at one date. */
export interface PairDistribution {
  readonly measure: string;
  readonly at: YearMonth;
  /** By scenario; null for the base, and where no draw has an answer. */
  readonly histograms: readonly (Histogram | null)[];
}

/** Scenarios side by side on the same draws. */
export interface ComparisonOutcomes {
  /** Index of the scenario all others are measured against; its luck is everybody's. */
  readonly base: number;
  readonly scenarios: readonly ComparedScenario[];
  readonly done: number;
  readonly wanted: number;
  /** More than `wanted` where memory does not hold so many draws of all scenarios at once. */
  readonly asked: number;
  readonly rows: readonly OutcomeRow[];
  readonly focus: PairDistribution | null;
  /** Milliseconds. */
  readonly took: number;
}
