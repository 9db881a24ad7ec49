import type { Threshold } from '#shared/engine/summary/probability.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type {
  ActualsResult,
  DistributionResult,
  InputNote,
  SeekResult,
  SensitivityMethod,
  SensitivityResult,
  SourcesResult,
  SweepResult,
} from '#shared/view/analysis/answers.ts';

/** What every analysis is told: which run it is, of which text, about which measure. */
export interface AnalysisInput {
  readonly ticket: number;
  readonly scenario: ScenarioSource;
  /** Id of the measure. */
  readonly of: string;
  /** Month it is looked at, 0 for the first; null for the last of the projection. */
  readonly at: number | null;
}

export interface SensitivityInput extends AnalysisInput {
  readonly method: SensitivityMethod;
  /** Whether the shares are wanted month by month as well. */
  readonly isByMonth: boolean;
  /** Rows of the design of `sobol`, rounded up to a power of two. */
  readonly rows?: number;
}

export interface SeekInput extends AnalysisInput {
  /** Key of the input. */
  readonly input: string;
  /** In the unit of the measure. */
  readonly target: number;
  /** Range searched, in the fixed unit of the input; the range its note states where not given. */
  readonly low?: number;
  readonly high?: number;
  /** Null for the central path; otherwise the share of draws that must reach the target, and from which side. */
  readonly inDraws: {
    readonly share: number;
    readonly side: 'at-least' | 'at-most';
    readonly draws: number;
  } | null;
}

/** One input to sweep, in the fixed unit of its dimension. */
export interface SweepAxis {
  readonly input: string;
  readonly low?: number;
  readonly high?: number;
  readonly steps: number;
}

export interface SweepInput extends AnalysisInput {
  readonly first: SweepAxis;
  readonly second: SweepAxis | null;
  /** Draws that every point is taken over, the same ones each time; on the central path where not given. */
  readonly draws?: number;
}

export interface DistributionInput extends AnalysisInput {
  readonly condition: Threshold | null;
}

export interface ActualsInput {
  readonly ticket: number;
  readonly scenario: ScenarioSource;
  /** Measures whose bands are wanted under the weights. */
  readonly measures: readonly string[];
}

export interface SourcesInput {
  readonly ticket: number;
  readonly scenario: ScenarioSource;
  /** Measures whose figures are wanted; at least one. */
  readonly measures: readonly string[];
  /** Month they are looked at, 0 for the first; null for the last of the projection. */
  readonly at: number | null;
}

/** The calls that ask for an analysis. */
export interface AnalysisCalls {
  /** Every number of a scenario that can be varied. */
  'analysis.inputs': {
    input: { readonly ticket: number; readonly scenario: ScenarioSource };
    output: { readonly inputs: readonly InputNote[] };
  };
  'analysis.sensitivity': { input: SensitivityInput; output: SensitivityResult };
  'analysis.seek': { input: SeekInput; output: SeekResult };
  'analysis.sweep': { input: SweepInput; output: SweepResult };
  'analysis.distribution': { input: DistributionInput; output: DistributionResult };
  'analysis.actuals': { input: ActualsInput; output: ActualsResult };
  /** What it does to the measures that sources disagree on inputs. */
  'analysis.sources': { input: SourcesInput; output: SourcesResult };
}
