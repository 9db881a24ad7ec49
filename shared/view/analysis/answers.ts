import type { SeekSolution } from '#shared/engine/analysis/seek.ts';
import type { Interval } from '#shared/engine/analysis/sobol-sums.ts';
import type { Bands } from '#shared/engine/summary/bands.ts';
import type { Histogram } from '#shared/engine/summary/histogram.ts';
import type { ProbabilityByMonth } from '#shared/engine/summary/probability.ts';
import type { Share } from '#shared/engine/summary/share.ts';
import type { Dimension } from '#shared/scenario/quantity/quantity.ts';
import type { Place } from '#shared/scenario/text/node.ts';
import type { Range } from '#shared/scenario/value.ts';

/** What is said of one number of a scenario. Values are in the fixed unit of its dimension. */
export interface InputNote {
  readonly key: string;
  readonly label: string;
  readonly dimension: Dimension;
  readonly text: string;
  readonly place: Place | null;
  readonly isDecision: boolean;
  readonly isUncertain: boolean;
  /** Its median. */
  readonly central: number;
  /** A sensible range to search. */
  readonly low: number;
  readonly high: number;
  /** What a scenario may say of it at all; null where that is anything. */
  readonly limits: Range | null;
}

/** How sensitivity is found: from draws already made, one input at a time, or by variance over all of them. */
export type SensitivityMethod = 'rank' | 'tornado' | 'sobol';

interface SensitivityCommon {
  readonly of: string;
  readonly at: number;
  /** The uncertain inputs; everything below that is said by input is in this order. */
  readonly inputs: readonly InputNote[];
  /** Keys of inputs that are correlated with one another, group by group. */
  readonly tied: readonly (readonly string[])[];
  /** Runs of the model that the answer rests on. */
  readonly runs: number;
  /** Months looked at, and what each input has to do with the measure there: `shares[input * months + at]`. */
  readonly months: Int32Array;
  readonly shares: Float64Array;
}

/** Rank correlation with the measure, its sampling error, and contribution to variance. */
export interface RankEffects extends SensitivityCommon {
  readonly method: 'rank';
  readonly rank: Float64Array;
  readonly standardError: Float64Array;
  readonly contribution: Float64Array;
}

/** The measure with each input alone at its 10th and 90th percentile. The shares by month are swings, P90 less P10. */
export interface TornadoEffects extends SensitivityCommon {
  readonly method: 'tornado';
  readonly central: number;
  readonly p10: Float64Array;
  readonly p90: Float64Array;
  readonly atP10: Float64Array;
  readonly atP90: Float64Array;
}

/** First and total variance indices with 95 % intervals. The shares by month are first indices. */
export interface VarianceEffects extends SensitivityCommon {
  readonly method: 'sobol';
  readonly rows: number;
  readonly variance: number;
  readonly first: readonly Interval[];
  readonly total: readonly Interval[];
}

export type SensitivityResult = RankEffects | TornadoEffects | VarianceEffects;

/** Values of an input that bring a measure to a target; none where it is out of reach. */
export interface SeekResult {
  readonly input: InputNote;
  readonly at: number;
  readonly low: number;
  readonly high: number;
  readonly solutions: readonly SeekSolution[];
  /** Share of draws that reach the target at each solution, with its sampling error; null on the central path. */
  readonly sharesReached: readonly Share[] | null;
  readonly tried: { readonly values: Float64Array; readonly figures: Float64Array };
  /** Where there is no solution: the value that comes nearest and what it reaches; null where nothing has an answer. */
  readonly nearest: { readonly value: number; readonly figure: number } | null;
  /** Keys of the inputs that are correlated with the one varied; they do not move with it. */
  readonly tied: readonly string[];
  readonly runs: number;
}

/** How a measure spreads over the same draws at each point of a sweep, in the order of its figures. */
export interface SweepSpread {
  readonly draws: number;
  readonly p10: Float64Array;
  readonly p90: Float64Array;
  /** Sampling errors of the percentiles, one standard error; of the figures, which are the medians, the second. */
  readonly p10Error: Float64Array;
  readonly p50Error: Float64Array;
  readonly p90Error: Float64Array;
  /** Share of draws that have an answer; the percentiles speak of these draws only. */
  readonly answered: Float64Array;
}

/** A measure over values of one or two inputs, on the central path or over draws. */
export interface SweepResult {
  readonly of: string;
  readonly at: number;
  readonly first: { readonly input: InputNote; readonly values: Float64Array };
  readonly second: { readonly input: InputNote; readonly values: Float64Array } | null;
  /** At the month: `figures[first * seconds + second]`; over draws the medians. */
  readonly figures: Float64Array;
  /** By month, for a sweep of one input on the central path: `paths[first * months + month]`; empty otherwise. */
  readonly paths: Float64Array;
  /** Null on the central path. */
  readonly inDraws: SweepSpread | null;
  /** Inputs that are varied, each with the keys of those correlated with it that are not; they do not move with it. */
  readonly ties: readonly { readonly input: InputNote; readonly tied: readonly string[] }[];
  readonly months: number;
  readonly runs: number;
}

/** How a measure is distributed at a month, over the draws of the last run where they serve. */
export interface DistributionResult {
  readonly of: string;
  readonly at: number;
  readonly draws: number;
  /** Of the month alone; null where no draw has an answer. */
  readonly histogram: Histogram | null;
  readonly bands: Bands;
  readonly probability: ProbabilityByMonth | null;
  /** The draw that stays nearest to the median path, and the path it takes. */
  readonly nearest: { readonly draw: number; readonly path: Float64Array } | null;
}

/** One dated observation of the scenario, and where it lies in the fan. */
export interface ObservedFigure {
  readonly measure: string;
  readonly month: number;
  readonly value: number;
  /** Standard deviation it is taken to have. */
  readonly error: number;
  readonly text: string;
  readonly place: Place | null;
  /** Share of draws below it before weighting; NaN where no draw has an answer. */
  readonly placeInFan: number;
}

/** The draws weighted by how well they fit what was observed. */
export interface ActualsResult {
  readonly observations: readonly ObservedFigure[];
  readonly draws: number;
  /** Number of equally weighted draws that would tell as much. */
  readonly effectiveDraws: number;
  /** All draws alike. */
  readonly before: readonly (Bands & { readonly id: string })[];
  /** Under the weights; empty where too few draws fit to carry percentiles. */
  readonly bands: readonly (Bands & { readonly id: string })[];
  /** Why there are no weighted bands, or null. */
  readonly refusal: string | null;
}

/** A figure that a source gives for an input, in the words of the text and in the fixed unit of its dimension. */
export interface ReportedFigure {
  readonly text: string;
  readonly value: number;
  readonly source: string | null;
  readonly date: string | null;
}

/** What the measures come to with one input at each of the figures reported for it, or at the ends of its range. */
export interface SourceEffect {
  readonly input: InputNote;
  readonly reported: readonly ReportedFigure[];
  /** `figures[measure * reported.length + which]`. */
  readonly figures: Float64Array;
}

/** What the disagreement of sources alone does to some measures, every other input at its median. */
export interface SourcesResult {
  readonly measures: readonly string[];
  readonly at: number;
  /** With every input as the scenario has it, by measure. */
  readonly central: Float64Array;
  /** In the order of the inputs. */
  readonly effects: readonly SourceEffect[];
  /** The same for each uncertain assumption, at its 10th and 90th percentile. */
  readonly unknowns: readonly SourceEffect[];
  /**
   * With all of these inputs at once at the reported figure, or the one in use, that alone brings the measure lowest and
   * highest; by measure.
   */
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  readonly runs: number;
}
