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
  | { readonly kind: 'heat-map'; readonly heatMap: HeatMap };

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

/** Names a bar by its input and the ends between which that is moved. */
export function tornadoBarName({ label, lowInput, highInput }: Tornado['bars'][number]): string {
  return `${label}, ${lowInput} to ${highInput}`;
}
