import type { Sampling } from '#shared/engine/plan/input.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { Mark, MeasureInfo } from '#shared/engine/projection.ts';
import type { Bridge, BridgeStatistic } from '#shared/scenario/compare/bridge.ts';
import type { BridgeFigure } from '#shared/scenario/compare/bridge-model.ts';
import type { Corners } from '#shared/scenario/compare/corners.ts';
import type { InputDifference } from '#shared/scenario/compare/difference.ts';
import type { Grouping } from '#shared/scenario/compare/players.ts';
import type { OutcomeRow, PairDistribution } from '#shared/view/compare/outcomes.ts';
import type { SharedRegion } from '../draw-memory.ts';
import type { KeyedSource } from '../keyed-source.ts';
import type { PreparedSimulation } from '../prepared-simulation.ts';
import type { SharedSamples } from '../shared-samples.ts';

/** The random numbers of a comparison: those of its base, for all. */
export interface Luck {
  readonly seed: number;
  readonly sampling: Sampling;
}

/** What is known of one scenario of a comparison before the first draw. */
export interface PreparedPair extends PreparedSimulation {
  readonly title: string;
  readonly start: YearMonth;
  readonly hash: string;
  readonly luck: Luck;
  /** The measures it has of those asked for, and their central paths. */
  readonly infos: readonly MeasureInfo[];
  readonly central: readonly Float64Array[];
  /** What happens when on the central path. */
  readonly marks: readonly Mark[];
}

/** One scenario of a comparison with its draws. */
export interface DrawnScenario {
  readonly shared: SharedSamples;
  readonly start: YearMonth;
  readonly infos: readonly MeasureInfo[];
  readonly central: readonly Float64Array[];
}

/** Two scenarios, and what is to be explained; `draws` is 0 for the central path. */
export interface BridgeWish {
  readonly base: KeyedSource;
  readonly other: KeyedSource;
  readonly figure: BridgeFigure;
  readonly grouping: Grouping;
  readonly draws: number;
}

/** The jobs of comparing. */
export type CompareJobs = {
  readonly differ: {
    readonly input: { readonly base: KeyedSource; readonly other: KeyedSource };
    readonly output: {
      readonly differences: readonly InputDifference[];
      /** Every measure that one of the two has. */
      readonly measures: readonly MeasureInfo[];
    };
  };
  readonly preparePair: {
    readonly input: { readonly scenario: KeyedSource; readonly measures: readonly string[] };
    readonly output: PreparedPair;
  };
  /** Makes draws as `draw` does, with the luck of another scenario. */
  readonly drawPair: {
    readonly input: {
      readonly scenario: KeyedSource;
      readonly measures: readonly string[];
      readonly luck: Luck;
      readonly shared: SharedSamples;
      readonly from: number;
      readonly to: number;
    };
    readonly output: null;
  };
  /** Sums up scenarios side by side, for some rows. */
  readonly outcomes: {
    readonly input: {
      readonly scenarios: readonly DrawnScenario[];
      readonly base: number;
      readonly done: number;
      readonly rows: readonly BridgeFigure[];
      readonly focus: BridgeFigure | null;
    };
    readonly output: { readonly rows: readonly OutcomeRow[]; readonly focus: PairDistribution | null };
  };
  readonly centralBridge: { readonly input: BridgeWish; readonly output: Bridge };
  /** How many coalitions a bridge over draws needs. */
  readonly bridgeSize: { readonly input: BridgeWish; readonly output: { readonly coalitions: number } };
  /** Computes all coalitions for the draws from..to, `to` not included: `figures[coalition * draws + draw]`. */
  readonly drawBridge: {
    readonly input: {
      readonly wish: BridgeWish;
      readonly figures: SharedRegion;
      readonly fullDraws: number;
      readonly from: number;
      readonly to: number;
    };
    readonly output: null;
  };
  readonly drawnBridge: {
    readonly input: {
      readonly wish: BridgeWish;
      readonly figures: SharedRegion;
      readonly fullDraws: number;
      readonly statistic: Exclude<BridgeStatistic, 'central'>;
    };
    readonly output: Bridge;
  };
  readonly corners: { readonly input: BridgeWish; readonly output: Corners };
};
