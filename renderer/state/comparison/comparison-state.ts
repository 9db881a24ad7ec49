import type { Fault } from '#shared/contract/fault.ts';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import type { Bridge, BridgeStatistic } from '#shared/scenario/compare/bridge.ts';
import type { Corners } from '#shared/scenario/compare/corners.ts';
import type { InputDifference } from '#shared/scenario/compare/difference.ts';
import type { ComparisonFile, ComparisonLayout } from '#shared/scenario/comparison-file/comparison-file.ts';
import { usualBridge } from '#shared/scenario/comparison-file/comparison-file.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { Shown } from '#shared/view/compare/outcome-table.ts';
import type { ComparisonOutcomes } from '#shared/view/compare/outcomes.ts';

/** One scenario of a comparison, as read. */
export interface ComparedMember {
  readonly id: string;
  readonly title: string;
  /** Null while it is fetched. */
  readonly source: ScenarioSource | null;
  /** Why it cannot take part, or null. */
  readonly fault: Fault | null;
}

/** What is explained on the right. */
export type ExplainedBy = 'bridge' | 'difference' | 'beliefs' | 'milestones';

/** What the user chose, worth keeping in a file. */
export interface ComparisonWishes {
  readonly ticked: readonly string[];
  readonly base: string | null;
  readonly layout: ComparisonLayout | 'inputs';
  /** Calendar month looked at, `2030-12`; null for the last that all have. */
  readonly at: string | null;
  readonly bridge: ComparisonFile['bridge'];
  readonly pinned: readonly string[];
}

/** A bridge with what it explains, so that an old one is never shown for a new question. */
export interface ShownBridge {
  readonly key: string;
  readonly bridge: Bridge;
}

/** Everything the comparison shows. */
export interface ComparisonState extends ComparisonWishes {
  readonly isOpen: boolean;
  readonly title: string;
  /** File it was opened from or saved to, with its revision. */
  readonly file: { readonly id: string; readonly revision: string } | null;
  /** The scenario that is explained against the base. */
  readonly other: string | null;
  readonly shown: Shown;
  readonly explainedBy: ExplainedBy;
  readonly members: readonly ComparedMember[];
  readonly outcomes: ComparisonOutcomes | null;
  readonly measures: readonly MeasureInfo[];
  readonly inputs: Readonly<Record<string, readonly InputDifference[]>>;
  readonly isRunning: boolean;
  readonly bridgeResult: ShownBridge | null;
  /** Share of the bridge that is done, or null. */
  readonly bridgeProgress: number | null;
  readonly byTag: ShownBridge | null;
  readonly corners: { readonly key: string; readonly corners: Corners } | null;
  readonly fault: Fault | null;
}

export const mostCompared = 6;

/** Measures drawn where nothing is pinned. */
export const usualCharts: readonly string[] = [
  'capacity.online',
  'spend.billed.cumulative',
  'capital.cumulative',
  'customer.cash',
];

export const blankComparison: ComparisonState = {
  isOpen: false,
  title: '',
  file: null,
  ticked: [],
  base: null,
  other: null,
  layout: 'overlay',
  at: null,
  bridge: usualBridge,
  pinned: [],
  shown: 'mean',
  explainedBy: 'bridge',
  members: [],
  outcomes: null,
  measures: [],
  inputs: {},
  isRunning: false,
  bridgeResult: null,
  bridgeProgress: null,
  byTag: null,
  corners: null,
  fault: null,
};

/** Ways to take a statistic, for choosing. */
export const bridgeOf: readonly { readonly value: BridgeStatistic; readonly label: string }[] = [
  { value: 'central', label: 'Central' },
  { value: 'mean', label: 'Mean' },
  { value: 'p5', label: 'P5' },
  { value: 'p50', label: 'P50' },
  { value: 'p95', label: 'P95' },
];
