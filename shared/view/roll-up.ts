import { ratio } from '#shared/base/finite.ts';
import type { MeasureInfo, Series } from '#shared/engine/projection.ts';
import type { Timeline } from './timeline.ts';

/** Looks up a measure by id; undefined where the projection does not have it. */
export type Lookup = (id: string) => Series | undefined;

/**
 * Rolls a measure up to the periods of a timeline: flows are summed, stocks and outcomes stand at the end of the
 * period, a ratio is divided anew from its two rolled-up parts where they are known and otherwise stands at the end.
 */
export function rollUp(series: Series, line: Timeline, lookup: Lookup): Float64Array {
  if (line.period === 'month') return series.values;
  if (series.info.kind === 'flow') return sums(series.values, line);
  const quotient = series.info.kind === 'ratio' ? series.info.quotient : undefined;
  const of = quotient && lookup(quotient.of);
  const by = quotient && lookup(quotient.by);
  if (of && by) return divided(rollUp(of, line, lookup), rollUp(by, line, lookup));
  return ends(series.values, line);
}

/** Says whether percentiles of a measure by month stay percentiles when rolled up: true for what is read at an end. */
export function keepsBands(info: MeasureInfo, line: Timeline): boolean {
  return line.period === 'month' || info.kind === 'stock' || info.kind === 'outcome';
}

/** Takes the value at the last month of each period. */
export function ends(values: Float64Array, line: Timeline): Float64Array {
  if (line.period === 'month') return values;
  return Float64Array.from(line.last, (month) => values[month] ?? Number.NaN);
}

function sums(values: Float64Array, line: Timeline): Float64Array {
  return Float64Array.from(line.first, (first, at) => {
    let sum = 0;
    for (let month = first; month <= (line.last[at] ?? first); month++) sum += values[month] ?? Number.NaN;
    return sum;
  });
}

function divided(of: Float64Array, by: Float64Array): Float64Array {
  return of.map((value, at) => ratio(value, by[at] ?? Number.NaN));
}
