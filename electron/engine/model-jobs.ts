import type { ProjectionResult } from '#shared/contract/results.ts';
import type { SampleLayout } from '#shared/engine/sample-store.ts';
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

/** Memory that all threads see: the draws of a simulation, and the bands made from them. */
export interface SharedSamples {
  readonly layout: SampleLayout;
  /** A sample store of that layout. */
  readonly samples: SharedArrayBuffer;
  /** A table of bands of the same measures and months. */
  readonly bands: SharedArrayBuffer;
}

/** The jobs of the model. */
export type ModelJobs = {
  readonly project: { readonly input: KeyedSource; readonly output: ProjectionResult };
  readonly prepare: {
    readonly input: { readonly scenario: KeyedSource; readonly measures: readonly string[] };
    readonly output: PreparedSimulation;
  };
  /** Makes the draws from..to, `to` not included, and puts them in their places. */
  readonly draw: {
    readonly input: {
      readonly scenario: KeyedSource;
      readonly measures: readonly string[];
      readonly shared: SharedSamples;
      readonly from: number;
      readonly to: number;
    };
    readonly output: null;
  };
  /** Sums up the first `done` draws, for the slices from..to: slice `measure * months + month` is a measure at a month. */
  readonly summarise: {
    readonly input: {
      readonly shared: SharedSamples;
      readonly done: number;
      readonly from: number;
      readonly to: number;
    };
    readonly output: null;
  };
};
