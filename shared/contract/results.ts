import type { Projection } from '#shared/engine/projection.ts';
import type { Bands } from '#shared/engine/summary/bands.ts';
import type { CheckSummary } from '#shared/engine/summary/check-summary.ts';
import type { Observation } from '../scenario/observations.ts';
import type { Problem } from '../scenario/problem.ts';

/** The central path of a scenario text, with what was noticed while reading it. */
export interface ProjectionResult {
  readonly projection: Projection;
  /** Names what the measures are: results of the same name have the same measures in the same words. */
  readonly described: string;
  /** Warnings and remarks; a scenario with errors has no projection. */
  readonly problems: readonly Problem[];
  /** Hash of the text (and of the files it builds on) that gave these numbers. */
  readonly hash: string;
  /** Names the model the text comes to: texts of the same name give the same numbers and the same draws. */
  readonly model: string;
  readonly title: string;
  readonly customer: string;
  readonly seed: number;
  /** What has been observed, where the scenario says so. */
  readonly observations?: readonly Observation[];
  /** Milliseconds spent, for the status bar and the bench. */
  readonly took: { readonly read: number; readonly compile: number; readonly project: number };
}

/** Percentiles, mean and sampling errors of one measure by month; NaN where no draw has an answer. */
export interface MeasureBands extends Bands {
  readonly id: string;
}

/** Bands from the draws made so far. */
export interface SimulationResult {
  readonly done: number;
  readonly wanted: number;
  /** True when the run stopped by itself because the figures on screen were settled. */
  readonly isSettled: boolean;
  /** Largest relative sampling error among the headline figures, for the status bar. */
  readonly worstError: number;
  readonly bands: readonly MeasureBands[];
  readonly checks: readonly CheckOnDraws[];
  readonly took: number;
}

/** How a check fares over the draws. */
export interface CheckOnDraws extends CheckSummary {
  readonly key: string;
}
