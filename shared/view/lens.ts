import type { MeasureInfo, Projection, Series } from '#shared/engine/projection.ts';
import type { Observation } from '#shared/scenario/observations.ts';
import { type Bands, type Fan, mapBand } from './bands.ts';
import type { FanBand, ObservedPoint } from './chart.ts';
import { hasSubstance } from './reach.ts';
import { ends, keepsBands, type Lookup, rollUp } from './roll-up.ts';
import { type Period, type Timeline, timeline } from './timeline.ts';
import { capitalise, humanise } from './words.ts';

/** A deal as charts name it. */
export interface DealName {
  readonly key: string;
  readonly label: string;
}

/** One projection seen at one period: everything a chart asks of the numbers. */
export interface Lens {
  readonly projection: Projection;
  readonly fan: Fan | null;
  readonly timeline: Timeline;
  readonly lookup: Lookup;
  readonly deals: readonly DealName[];
  /** Keys of the generations that are ever installed, in the order of the scenario: their order is their colour. */
  readonly generations: readonly string[];
  /** Values by period, or null where the projection lacks the measure. */
  readonly values: (id: string) => Float64Array | null;
  /** Percentiles by period, or null where there are none or they would not be percentiles. */
  readonly band: (id: string) => FanBand | null;
  /** Observations where they mean the same as the values by period; empty where there are none. */
  readonly observed: (id: string) => readonly ObservedPoint[];
  /** The last value by month that is an answer, or NaN. */
  readonly final: (id: string) => number;
}

/** Makes a lens over a projection and, where a simulation has come that far, its percentiles. */
export function lens(
  projection: Projection,
  fan: Fan | null,
  period: Period,
  observations: readonly Observation[] = [],
): Lens {
  const line = timeline(projection.start, projection.months, period);
  const byId = new Map<string, Series>(projection.series.map((series) => [series.info.id, series]));
  const bandsById = new Map<string, Bands>((fan?.bands ?? []).map((bands) => [bands.id, bands]));
  const lookup: Lookup = (id) => byId.get(id);
  const values = (id: string): Float64Array | null => {
    const series = lookup(id);
    return series ? rollUp(series, line, lookup) : null;
  };
  const band = (id: string): FanBand | null => {
    const series = lookup(id);
    const bands = bandsById.get(id);
    return series && bands && keepsBands(series.info, line) ? bandByPeriod(bands, line) : null;
  };
  const ids = projection.series.map((series) => series.info.id);
  const deals = captured(ids, /^([^.]+)\.capacity\.online$/).map((key) => ({ key, label: humanise(key) }));
  const observed = (id: string): readonly ObservedPoint[] => {
    const series = lookup(id);
    if (!series || !keepsBands(series.info, line)) return [];
    // Of one deal alone the total is the deal's. What stands at the end of a month is drawn there, a flow of a month as well.
    const [only] = deals.length === 1 ? deals : [];
    return observations
      .filter(({ measure }) => measure === id || (only !== undefined && measure === `${only.key}.${id}`))
      .map(({ month, value }) => ({ month: month + 1, value }));
  };
  const final = (id: string): number => lastAnswer(lookup(id)?.values ?? new Float64Array());
  return {
    projection,
    fan,
    timeline: line,
    lookup,
    deals,
    generations: captured(ids, /^fleet\.power\.(.+)$/).filter((key) =>
      hasSubstance(lookup(`fleet.power.${key}`)?.values ?? null),
    ),
    values,
    band,
    observed,
    final,
  };
}

/** Gives what a measure is called within a sentence: its label, or its id where it has none. */
export function measureName({ label, id }: MeasureInfo): string {
  return label === '' ? id : label;
}

/** Gives the label of a measure as it reads at the start of a sentence. */
export function measureLabel(info: MeasureInfo): string {
  return capitalise(measureName(info));
}

/** Gives the last value that is an answer, or NaN. */
export function lastAnswer(values: Float64Array): number {
  for (let at = values.length - 1; at >= 0; at--) {
    const value = values[at];
    if (value !== undefined && Number.isFinite(value)) return value;
  }
  return Number.NaN;
}

function captured(ids: readonly string[], pattern: RegExp): string[] {
  return ids.flatMap((id) => pattern.exec(id)?.[1] ?? []);
}

function bandByPeriod(bands: Bands, line: Timeline): FanBand | null {
  return mapBand(bands, (values) => ends(values, line));
}
