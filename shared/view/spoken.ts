import type { ChartSeries, ChartView } from './chart.ts';
import { decimalsFor, formatNumber } from './format.ts';
import { indexOfLargest } from './reach.ts';
import { listing } from './words.ts';

/** Says a chart aloud: the finding, then where each line starts, peaks and ends. */
export function spokenSummary(view: ChartView): string {
  const told = view.series.slice(0, 4).flatMap((series) => spokenSeries(view, series));
  const marks = view.marks.slice(0, 3).map((mark) => mark.label);
  const marked = marks.length > 0 ? ` Marked: ${listing(marks)}.` : '';
  return `${view.topic}, in ${view.unit}. ${view.finding}. ${told.join(' ')}${marked} Figures: ${view.ring}.`;
}

/** Writes a value of a chart with its unit. */
export function chartValue(view: Pick<ChartView, 'prefix' | 'suffix'>, value: number): string {
  const number = formatNumber(value, decimalsFor(value));
  if (!Number.isFinite(value)) return number;
  return value < 0 && number.startsWith('\u2212')
    ? `\u2212${view.prefix}${number.slice(1)}${view.suffix}`
    : `${view.prefix}${number}${view.suffix}`;
}

function spokenSeries(view: ChartView, series: ChartSeries): string[] {
  const first = series.values.findIndex((value) => Number.isFinite(value));
  if (first < 0) return [`${series.label} has no values.`];
  const last = series.values.findLastIndex((value) => Number.isFinite(value));
  const high = indexOfLargest(series.values);
  const at = (index: number) =>
    `${chartValue(view, series.values[index] ?? Number.NaN)} in ${view.timeline.labels[index] ?? ''}`;
  const peak = high !== first && high !== last ? `, peaks at ${at(high)}` : '';
  return [`${series.label} starts at ${at(first)}${peak} and ends at ${at(last)}.`];
}
