import type { Plan } from './plan/plan.ts';
import type { MeasureInfo } from './projection.ts';

/**
 * The one kernel. Runs a block of draws through every rule of the model, month by month, one lane per draw.
 * The central path is a block of one lane at the medians; Monte Carlo is the same code on more lanes.
 */
export interface Kernel {
  readonly lanes: number;
  readonly months: number;
  /** Measures this kernel computes: the wanted ones, in the order asked for. */
  readonly measures: readonly MeasureInfo[];
  /** Input values for the next run: `values[slot * lanes + lane]`. The caller fills it. */
  readonly values: Float64Array;
  /**
   * Results: `results[measure][month * lanes + lane]`, valid until the next run. Allocated once; measures that are one cell share theirs.
   */
  readonly results: readonly Float64Array[];
  /** First month each check fails, `checks[check * lanes + lane]`; -1 where it holds throughout. */
  readonly checks: Int32Array;
  /** Computes one block; false where `isCancelled`, asked before every month, stopped it. No allocation. */
  readonly run: (isCancelled?: () => boolean) => boolean;
}

/** Makes the kernel of a plan for so many draws side by side, on the plain machine or on a faster one that the host has. */
export type MakeKernel = (plan: Plan, lanes: number, wanted: readonly string[]) => Kernel;
