import type { MeasureInfo } from '#shared/engine/projection.ts';
import { type AxisRange, roundRange } from '../axis-range.ts';
import type { ChartSeries, ChartView, FanBand } from '../chart.ts';
import { displayUnit, looksLike } from '../display-unit.ts';
import { chartExtent } from '../extent.ts';
import { formatNumber } from '../format.ts';
import { measureLabel } from '../lens.ts';
import { lineLook } from '../series-look.ts';
import { timeline } from '../timeline.ts';
import { capitalise } from '../words.ts';
import type { Shown } from './outcome-table.ts';
import type { ComparedScenario, ComparisonOutcomes } from './outcomes.ts';

/** More fans than this over one another would hide what they show. */
const mostFans = 3;

/** How a comparison is drawn. */
export interface OverlayWishes {
  readonly shown: Shown;
  /** Names of the scenarios, in their order. */
  readonly names: readonly string[];
}

/** Draws one measure of all scenarios over one another, on the time line of the base. */
export function overlayChart(
  outcomes: ComparisonOutcomes,
  info: MeasureInfo,
  wishes: OverlayWishes,
): ChartView | null {
  const { scenarios, base } = outcomes;
  const origin = scenarios[base];
  if (origin === undefined) return null;
  const lines = scenarios.map((scenario) => lineOf(scenario, info.id, wishes.shown));
  if (lines.every((line) => line === null)) return null;
  const fans = scenarios.map((scenario) => scenario.bands.find(({ id }) => id === info.id) ?? null);
  const offsets = scenarios.map(({ start }) => monthsBetween(origin.start, start));
  const months = Math.max(...scenarios.map((scenario, at) => scenario.months + (offsets[at] ?? 0)));
  const largest = largestOf(lines);
  const unit = displayUnit(info.unit, largest, looksLike(info));
  const shift = (values: Float64Array, at: number): Float64Array =>
    Float64Array.from({ length: months }, (_, month) => {
      const own = values[month - (offsets[at] ?? 0)];
      return own === undefined ? Number.NaN : own * unit.factor;
    });
  const hasFans = wishes.shown !== 'central' && scenarios.length <= mostFans;
  const series = lines.flatMap((line, at): readonly ChartSeries[] => {
    if (line === null) return [];
    const fan = fans[at];
    return [
      {
        id: scenarios[at]?.id ?? String(at),
        label: wishes.names[at] ?? '',
        ...lineLook(at),
        values: shift(line, at),
        band: hasFans && fan ? bandOf(fan, (values) => shift(values, at)) : null,
      },
    ];
  });
  return {
    id: `compare:${info.id}`,
    topic: measureLabel(info),
    finding: findingOf(info, series, unit.prefix, unit.suffix),
    unit: unit.label,
    prefix: unit.prefix,
    suffix: unit.suffix,
    source: info.meaning,
    timeline: timeline(origin.start, months, 'month'),
    series,
    references: [],
    marks: [],
    ring: ringOf(outcomes, wishes.shown),
  };
}

/** Draws each scenario in a chart of its own, all on one axis. */
export function smallMultiples(
  outcomes: ComparisonOutcomes,
  info: MeasureInfo,
  wishes: OverlayWishes,
): { readonly views: readonly ChartView[]; readonly range: AxisRange } | null {
  const whole = overlayChart(outcomes, info, wishes);
  if (whole === null) return null;
  const fans = outcomes.scenarios.map((scenario) => scenario.bands.find(({ id }) => id === info.id) ?? null);
  const origin = outcomes.scenarios[outcomes.base]?.start;
  const lines = outcomes.scenarios.map((scenario) => lineOf(scenario, info.id, wishes.shown));
  const { factor } = displayUnit(info.unit, largestOf(lines), looksLike(info));
  const views = whole.series.map((series) => {
    const at = outcomes.scenarios.findIndex(({ id }) => id === series.id);
    const fan = fans[at];
    const start = outcomes.scenarios[at]?.start;
    const offset = origin && start ? monthsBetween(origin, start) : 0;
    const band =
      wishes.shown === 'central' || !fan
        ? null
        : bandOf(fan, (values) =>
            Float64Array.from({ length: series.values.length }, (_, month) => {
              const own = values[month - offset];
              return own === undefined ? Number.NaN : own * factor;
            }),
          );
    const base = whole.series.find(({ id }) => id === outcomes.scenarios[outcomes.base]?.id);
    const ghost: readonly ChartSeries[] =
      base && base.id !== series.id ? [{ ...base, tone: 'muted', dash: 'dotted', band: null }] : [];
    return {
      ...whole,
      id: `${whole.id}:${series.id}`,
      finding: `${capitalise(series.label)} ends at ${endText(whole, series.values)}`,
      series: [{ ...series, dash: 'solid' as const, band }, ...ghost],
    };
  });
  const extents = views.map(chartExtent);
  const range = roundRange({
    min: Math.min(...extents.map(({ min }) => min)),
    max: Math.max(...extents.map(({ max }) => max)),
  });
  return { views, range };
}

function lineOf({ bands, central }: ComparedScenario, id: string, shown: Shown): Float64Array | null {
  if (shown === 'central') return central.find((one) => one.id === id)?.values ?? null;
  const band = bands.find((one) => one.id === id);
  return (shown === 'mean' ? band?.mean : band?.p50) ?? null;
}

function bandOf(fan: FanBand, change: (values: Float64Array) => Float64Array): FanBand {
  return {
    p5: change(fan.p5),
    p25: change(fan.p25),
    p50: change(fan.p50),
    p75: change(fan.p75),
    p95: change(fan.p95),
  };
}

function findingOf(
  info: MeasureInfo,
  series: readonly ChartSeries[],
  prefix: string,
  suffix: string,
): string {
  const ends = series.flatMap(({ label, values }) => {
    const last = values.findLast((value) => Number.isFinite(value));
    return last === undefined ? [] : [{ label, last }];
  });
  const [high, low] = [...ends]
    .sort((one, two) => two.last - one.last)
    .flatMap((end, at, all) => (at === 0 || at === all.length - 1 ? [end] : []));
  if (!high || !low || high.last === low.last) return `${measureLabel(info)} ends alike in all`;
  const text = (value: number) => figureText(value, prefix, suffix);
  return `${measureLabel(info)} ends at ${text(high.last)} (${high.label}) to ${text(low.last)} (${low.label})`;
}

function endText({ prefix, suffix }: ChartView, values: Float64Array): string {
  const last = values.findLast((value) => Number.isFinite(value));
  return last === undefined ? 'no figure' : figureText(last, prefix, suffix);
}

function figureText(value: number, prefix: string, suffix: string): string {
  const sign = value < 0 ? '\u2212' : '';
  return `${sign}${prefix}${Number(Math.abs(value).toPrecision(3))}${suffix}`;
}

function ringOf({ done }: ComparisonOutcomes, shown: Shown): string {
  if (shown === 'central') return 'central line';
  const what = shown === 'mean' ? 'mean' : 'median';
  return `${what} of ${formatNumber(done, 0)} draws`;
}

function largestOf(lists: readonly (Float64Array | null)[]): number {
  let largest = 0;
  for (const list of lists) {
    for (const value of list ?? []) if (Math.abs(value) > largest) largest = Math.abs(value);
  }
  return largest;
}

function monthsBetween(
  from: { readonly year: number; readonly month: number },
  to: { readonly year: number; readonly month: number },
): number {
  return (to.year - from.year) * 12 + (to.month - from.month);
}
