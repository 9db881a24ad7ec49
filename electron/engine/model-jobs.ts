import type { MeasureBands, ProjectionResult } from '#shared/contract/results.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';

/** A scenario with the name of its contents, by which a thread knows whether it has read it already. */
export interface KeyedSource {
  readonly hash: string;
  readonly source: ScenarioSource;
}

/** What is known of a simulation before the first draw. */
export interface PreparedSimulation {
  readonly months: number;
  /** The measures asked for, as far as the scenario has them. */
  readonly measures: readonly string[];
  readonly checks: readonly string[];
  readonly draws: number;
  /** Relative error at which the run may stop by itself, or 0. */
  readonly settleAt: number;
}

/** Where draws of a simulation are kept: memory that all threads see. */
export interface SampleStore {
  /** `values[(measure * months + month) * draws + draw]` */
  readonly values: SharedArrayBuffer;
  /** First month a check fails, or -1: `broken[check * draws + draw]` */
  readonly broken: SharedArrayBuffer;
  readonly months: number;
  readonly draws: number;
}

/** The jobs of the model. */
export type ModelJobs = {
  readonly project: { readonly input: KeyedSource; readonly output: ProjectionResult };
  readonly prepare: {
    readonly input: { readonly scenario: KeyedSource; readonly measures: readonly string[] };
    readonly output: PreparedSimulation;
  };
  /** Makes the draws from..to and puts them in their places of the store. */
  readonly draw: {
    readonly input: {
      readonly scenario: KeyedSource;
      readonly measures: readonly string[];
      readonly store: SampleStore;
      readonly from: number;
      readonly to: number;
    };
    readonly output: null;
  };
  /** Sums up the first `done` draws of some of the measures. */
  readonly summarise: {
    readonly input: {
      readonly measures: readonly string[];
      /** Places of these measures in the store. */
      readonly from: number;
      readonly to: number;
      readonly store: SampleStore;
      readonly done: number;
    };
    readonly output: readonly MeasureBands[];
  };
};
