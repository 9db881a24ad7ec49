import { createStore, type StoreApi } from 'zustand/vanilla';
import { type OwnChart, standingCharts } from '#shared/view/standing-charts.ts';
import type { Period } from '#shared/view/timeline.ts';

export type BottomTab =
  | 'problems'
  | 'table'
  | 'explain'
  | 'sensitivity'
  | 'distribution'
  | 'actuals'
  | 'ledger'
  | 'sources'
  | 'checks';

/** How the user arranged the window; kept with the library. */
export interface Layout {
  readonly charts: readonly string[];
  readonly own: readonly OwnChart[];
  readonly period: Period;
  readonly isCumulative: boolean;
  /** Charts drawn on a logarithmic axis. */
  readonly logarithmic: readonly string[];
  /** Charts shown as their table. */
  readonly tables: readonly string[];
  /** Charts pinned to the export, in the order in which they were. */
  readonly pinned: readonly string[];
  readonly isLibraryOpen: boolean;
  readonly bottom: BottomTab | null;
  /** Sizes of the panels in per cent, by group. */
  readonly sizes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What is only of the moment: never saved. */
export interface View {
  /** The months in sight, or null for all. */
  readonly zoom: readonly [from: number, to: number] | null;
  /** The chart whose figures the table panel shows. */
  readonly tableChart: string;
}

export type LayoutState = Layout & View;

export const defaultLayout: Layout = {
  charts: standingCharts.map((chart) => chart.id),
  own: [],
  period: 'month',
  isCumulative: true,
  logarithmic: [],
  tables: [],
  pinned: [],
  isLibraryOpen: true,
  bottom: null,
  sizes: {},
};

export type LayoutStore = StoreApi<LayoutState>;

export function createLayout(): LayoutStore {
  return createStore<LayoutState>(() => ({ ...defaultLayout, zoom: null, tableChart: 'capacity' }));
}

/** Puts a name into a list or takes it out. */
export function toggled(list: readonly string[], name: string): readonly string[] {
  return list.includes(name) ? list.filter((one) => one !== name) : [...list, name];
}

/** Writes what is worth keeping of a layout, a line for each thing: it may come under version control. */
export function layoutText(state: LayoutState): string {
  const { zoom: _zoom, tableChart: _chart, ...kept } = state;
  return JSON.stringify(kept, null, 2);
}

/** Reads a kept layout; what is missing or of the wrong kind falls back to the default. */
export function layoutFrom(text: string | undefined): Layout {
  const read = parsed(text);
  const fields = Object.entries(defaultLayout).map(([key, fallback]) => {
    const value = read[key];
    return [key, isLike(value, fallback, key) ? value : fallback];
  });
  return { ...defaultLayout, ...Object.fromEntries(fields) };
}

function parsed(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const tabs: readonly unknown[] = [
  'problems',
  'table',
  'explain',
  'sensitivity',
  'distribution',
  'actuals',
  'ledger',
  'sources',
  'checks',
  null,
];
const periods: readonly unknown[] = ['month', 'quarter', 'year'];

function isLike(value: unknown, fallback: unknown, key: string): boolean {
  if (key === 'bottom') return tabs.includes(value);
  if (key === 'period') return periods.includes(value);
  if (key === 'own') return Array.isArray(value) && value.every(isOwnChart);
  if (Array.isArray(fallback)) return Array.isArray(value) && value.every((one) => typeof one === 'string');
  return typeof value === typeof fallback && value !== null;
}

function isOwnChart(value: unknown): value is OwnChart {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'measures' in value &&
    Array.isArray(value.measures)
  );
}
