import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { AxisRange } from '#shared/view/axis-range.ts';
import type { ChartView } from '#shared/view/chart.ts';
import type { Sankey } from '#shared/view/sankey.ts';

/** One page of an export: a finding, what shows it, and what a reader must know to judge it. */
export interface ExportPage {
  /** Scenario and subject, `base.scenario.yaml/capacity`: names the objects of the page for as long as the deck lives. */
  readonly id: string;
  /** `Capacity by phase`. */
  readonly topic: string;
  /** What the numbers show, in a sentence; the title. */
  readonly finding: string;
  readonly body: PageBody;
  /** How to read it, where it comes from, under which condition; the last line names the run. */
  readonly footnotes: readonly string[];
  /** What a speaker should know, in paragraphs. */
  readonly note: readonly string[];
  /** The page for those who hear it. */
  readonly spoken: string;
}

/** What a page shows. */
export type PageBody =
  | { readonly kind: 'chart'; readonly view: ChartView }
  | { readonly kind: 'table'; readonly table: PageTable }
  | { readonly kind: 'waterfall'; readonly waterfall: Waterfall }
  | { readonly kind: 'tornado'; readonly tornado: Tornado }
  | { readonly kind: 'flows'; readonly flows: Flows }
  | { readonly kind: 'heat-map'; readonly heatMap: HeatMap }
  | { readonly kind: 'distribution'; readonly distribution: Distribution }
  | { readonly kind: 'curve'; readonly curve: Curve }
  | { readonly kind: 'panels'; readonly panels: Panels }
  | { readonly kind: 'milestones'; readonly milestones: Milestones };

/** A table as it is read: texts, ready to print. */
export interface PageTable {
  readonly columns: readonly PageColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** A column of a table; widths are shares of the whole. */
export interface PageColumn {
  readonly label: string;
  readonly align: 'left' | 'right';
  readonly width: number;
}

/** How a level is reached from another in steps, in one display unit. */
export interface Waterfall {
  readonly unit: string;
  readonly prefix: string;
  readonly suffix: string;
  /** A total stands on the axis; a change hangs on what is before it. */
  readonly steps: readonly {
    readonly label: string;
    readonly kind: 'total' | 'change';
    readonly value: number;
  }[];
}

/** What each input can do to a measure, in one display unit: changes from the base. */
export interface Tornado {
  readonly unit: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly base: number;
  /** Longest first. */
  readonly bars: readonly {
    readonly label: string;
    /** The measure with the input at its low and its high end, and what the ends are. */
    readonly low: number;
    readonly high: number;
    readonly lowInput: string;
    readonly highInput: string;
  }[];
}

/** Money between parties. */
export interface Flows {
  readonly sankey: Sankey;
  readonly unit: string;
}

/** A measure over two inputs. */
export interface HeatMap {
  readonly unit: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly across: { readonly label: string; readonly ticks: readonly string[] };
  readonly up: { readonly label: string; readonly ticks: readonly string[] };
  /** `values[up][across]`; NaN where there is no answer. */
  readonly values: readonly (readonly number[])[];
}

/** How a figure is distributed over draws, in one display unit. */
export interface Distribution {
  readonly unit: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Edges of the bars, one more than there are bars. */
  readonly edges: readonly number[];
  /** Per cent of the draws in each bar. */
  readonly shares: readonly number[];
  /** Per cent of the draws up to the upper edge of each bar; null where the curve would say nothing. */
  readonly cumulative: readonly number[] | null;
  /** Values worth a line. */
  readonly marks: readonly { readonly label: string; readonly at: number }[];
}

/** A measure over values of one input, in one display unit. */
export interface Curve {
  readonly unit: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The input: its values, evenly apart and rising, and how they are written. */
  readonly across: {
    readonly label: string;
    readonly values: readonly number[];
    readonly texts: readonly string[];
  };
  readonly label: string;
  /** NaN where there is no answer. */
  readonly values: readonly number[];
  readonly band: {
    readonly label: string;
    readonly low: readonly number[];
    readonly high: readonly number[];
  } | null;
  /** A level to be reached. */
  readonly target: { readonly label: string; readonly value: number } | null;
}

/** The same measure of several scenarios, each in a chart of its own on one axis. */
export interface Panels {
  readonly views: readonly ChartView[];
  readonly range: AxisRange;
}

/** What happens when, in several scenarios. */
export interface Milestones {
  readonly start: YearMonth;
  readonly months: number;
  /** Names of the scenarios, the base first. */
  readonly names: readonly string[];
  readonly events: readonly {
    readonly label: string;
    /** By scenario, in months since the start; null where it does not happen. */
    readonly months: readonly (number | null)[];
    /** By scenario: the date, and what became of it against the base. */
    readonly dates: readonly string[];
    readonly moves: readonly string[];
  }[];
}

/** Names a bar by its input and the ends between which that is moved. */
export function tornadoBarName({ label, lowInput, highInput }: Tornado['bars'][number]): string {
  return `${label}, ${lowInput} to ${highInput}`;
}
