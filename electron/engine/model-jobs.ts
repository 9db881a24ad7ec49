import type { PackedResult } from '#shared/contract/packed-projection.ts';
import type { SieveMemory } from '#shared/engine/sieve/slice-sieve.ts';
import type { AnalysisJobs } from './analysis/analysis-jobs.ts';
import type { CompareJobs } from './compare/compare-jobs.ts';
import type { SharedRegion } from './draw-memory.ts';
import type { KeyedPlan } from './keyed-plan.ts';
import type { KeyedSource } from './keyed-source.ts';
import type { DrawableSimulation } from './prepared-simulation.ts';
import type { SharedSamples } from './shared-samples.ts';

/** All that a thread can be asked to do. */
export type ModelJobs = RunJobs & AnalysisJobs & CompareJobs;

type RunJobs = {
  /** Leaves out the descriptions of measures that whoever asks says it knows. */
  readonly project: {
    readonly input: { readonly scenario: KeyedSource; readonly known: readonly string[] };
    readonly output: PackedResult;
  };
  readonly prepare: {
    readonly input: { readonly scenario: KeyedSource; readonly measures: readonly string[] };
    readonly output: DrawableSimulation;
  };
  /** Makes the draws from..to, `to` not included, and puts them in their places. */
  readonly draw: {
    readonly input: {
      readonly plan: KeyedPlan;
      readonly measures: readonly string[];
      readonly shared: SharedSamples;
      readonly from: number;
      readonly to: number;
    };
    readonly output: null;
  };
  /**
   * Sums up the first `done` draws, for the slices from..to: slice `measure * months + month` is a measure at a month.
   * Draws count by their weights where these are given.
   */
  readonly summarise: {
    readonly input: {
      readonly shared: SharedSamples;
      readonly done: number;
      readonly weights?: SharedRegion;
      readonly from: number;
      readonly to: number;
    };
    readonly output: null;
  };
} & SieveJobs;

/** Steps of a run whose draws are summed up as they come; slices from..to as above, divided alike at every step. */
type SieveJobs = {
  /** Makes the single draws between which the bins of a run of `draws` are spread. */
  readonly scout: {
    readonly input: {
      readonly plan: KeyedPlan;
      readonly measures: readonly string[];
      readonly shared: SharedSamples;
      readonly draws: number;
    };
    readonly output: null;
  };
  readonly aim: {
    readonly input: {
      readonly sieve: SieveMemory;
      readonly pilot: SharedSamples;
      readonly scouts: SharedSamples;
      readonly from: number;
      readonly to: number;
    };
    readonly output: null;
  };
  /** Lets all draws of some memory, which come next, through the sieves. */
  readonly sift: {
    readonly input: {
      readonly sieve: SieveMemory;
      readonly shared: SharedSamples;
      readonly from: number;
      readonly to: number;
    };
    readonly output: null;
  };
  /** Writes the bands and lists the slices whose draws were not kept where they are needed. */
  readonly close: {
    readonly input: {
      readonly sieve: SieveMemory;
      readonly months: number;
      readonly bands: SharedRegion;
      readonly from: number;
      readonly to: number;
    };
    readonly output: readonly number[];
  };
};
