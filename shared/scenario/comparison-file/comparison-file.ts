import type { BridgeStatistic } from '../compare/bridge.ts';
import type { Grouping } from '../compare/players.ts';

/** How scenarios stand side by side. */
export type ComparisonLayout = 'overlay' | 'multiples' | 'editors';

/** A comparison as saved: which scenarios, seen how. The numbers are not kept; they follow from the scenarios. */
export interface ComparisonFile {
  readonly title: string;
  /** Ids of two to six scenarios, in the order of their colours. */
  readonly scenarios: readonly string[];
  /** One of them: what the others are measured against. */
  readonly base: string;
  readonly layout: ComparisonLayout;
  /** Calendar month that is looked at, `2030-12`; the last one where nothing is said. */
  readonly at: string | null;
  /** What is explained, and how. */
  readonly bridge: {
    readonly measure: string;
    readonly of: BridgeStatistic;
    readonly by: Exclude<Grouping, 'tag'>;
  };
  /** Measures whose charts are pinned. */
  readonly pinned: readonly string[];
}

/** How the name of a file of this kind ends. */
export const comparisonSuffix = '.comparison.yaml';

/** The version of the form that is written; older ones stay readable. */
export const comparisonVersion = 1;

export const comparisonLayouts: readonly ComparisonLayout[] = ['overlay', 'multiples', 'editors'];
export const bridgeStatistics: readonly BridgeStatistic[] = ['central', 'mean', 'p5', 'p50', 'p95'];
export const bridgeGroupings: readonly ComparisonFile['bridge']['by'][] = ['input', 'deal', 'theme'];

/** What is explained where the file does not say. */
export const usualBridge: ComparisonFile['bridge'] = {
  measure: 'spend.billed.cumulative',
  of: 'mean',
  by: 'input',
};
