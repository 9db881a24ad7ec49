import { mapBand, ringLabel } from '../bands.ts';
import type { ChartSeries, ChartView, FanBand, ObservedPoint, Reference, TimeMark } from '../chart.ts';
import { type DisplayUnit, displayUnit } from '../display-unit.ts';
import type { Lens } from '../lens.ts';
import type { Timeline } from '../timeline.ts';
import { capitalise, listing } from '../words.ts';

/** A series before scaling: values and percentiles in the measure's own unit. */
export interface RawSeries extends Omit<ChartSeries, 'values' | 'band'> {
  readonly values: Float64Array;
  readonly band?: FanBand | null;
}

/** What a chart is made of before its display unit is chosen. */
export interface RawChart {
  readonly id: string;
  readonly topic: string;
  readonly finding: string;
  readonly unit: string;
  readonly looksLike?: 'share' | 'ratio';
  readonly source: string;
  readonly series: readonly RawSeries[];
  readonly references?: readonly Reference[];
  readonly marks?: readonly TimeMark[];
}

/** Scales a chart to the unit that suits its largest value and adds what every chart carries. */
export function assemble(lens: Lens, raw: RawChart): ChartView {
  const unit = displayUnit(raw.unit, largest(raw), raw.looksLike);
  return {
    id: raw.id,
    topic: raw.topic,
    finding: raw.finding,
    unit: unit.label,
    prefix: unit.prefix,
    suffix: unit.suffix,
    source: raw.source,
    timeline: lens.timeline,
    series: raw.series.map((series) => scaleSeries(series, unit, lens.observed(series.id))),
    references: (raw.references ?? []).map((reference) => ({
      label: reference.label,
      from: reference.from * unit.factor,
      to: reference.to === null ? null : reference.to * unit.factor,
    })),
    marks: raw.marks ?? [],
    ring: ringLabel(lens.fan),
  };
}

/** Says how the figures of a chart are to be read and how time is cut. */
export function sourceLine(lens: Lens, how: string): string {
  const cut = { month: 'end of month', quarter: 'end of quarter', year: 'end of calendar year' };
  return `${capitalise(how)}, ${cut[lens.timeline.period]}.`;
}

/** The same for amounts of a period; periods that the horizon cuts short are named, since they look like a fall. */
export function flowSourceLine(lens: Lens, how: string): string {
  const cut = { month: 'by month', quarter: 'by quarter', year: 'by calendar year' };
  return `${capitalise(how)}, ${cut[lens.timeline.period]}${shortPeriods(lens.timeline)}.`;
}

function shortPeriods({ period, first, last, labels }: Timeline): string {
  const whole = { month: 1, quarter: 3, year: 12 }[period];
  const short = labels.flatMap((label, at) => {
    const months = (last[at] ?? 0) - (first[at] ?? 0) + 1;
    return months < whole ? [`${label} holds ${months} month${months === 1 ? '' : 's'}`] : [];
  });
  return short.length === 0 ? '' : `; ${listing(short)}`;
}

/** The unit follows the central figures; a fan that reaches further does not make them small. */
function largest(raw: RawChart): number {
  let most = 0;
  const meet = (value: number) => {
    if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
  };
  for (const series of raw.series) {
    series.values.forEach(meet);
  }
  for (const reference of raw.references ?? []) meet(reference.to ?? reference.from);
  return most;
}

function scaleSeries(series: RawSeries, unit: DisplayUnit, observed: readonly ObservedPoint[]): ChartSeries {
  const scale = (values: Float64Array) =>
    unit.factor === 1 ? values : values.map((one) => one * unit.factor);
  return {
    id: series.id,
    label: series.label,
    kind: series.kind,
    tone: series.tone,
    dash: series.dash,
    ...(series.texture === undefined ? {} : { texture: series.texture }),
    ...(series.marker === undefined ? {} : { marker: series.marker }),
    values: scale(series.values),
    band: mapBand(series.band ?? null, scale),
    ...(observed.length === 0
      ? {}
      : { observed: observed.map(({ month, value }) => ({ month, value: value * unit.factor })) }),
  };
}
