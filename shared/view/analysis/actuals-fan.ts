import { type Bands, mapBand } from '../bands.ts';
import type { FanBand, ObservedPoint } from '../chart.ts';
import type { DisplayUnit } from '../display-unit.ts';
import { formatShare } from '../format.ts';
import { formatMeasuredRange } from '../format-measured.ts';
import { type About, nameAt, unitFor } from './about.ts';
import type { ActualsResult } from './answers.ts';

/** The fan of a measure before and after draws are weighted by fit, in one display unit, with what has been observed of it. */
export interface ActualsFan {
  readonly finding: string;
  readonly unit: DisplayUnit;
  readonly months: number;
  /** All draws alike. */
  readonly before: FanBand;
  /** Weighted by fit; null where too few draws fit to carry percentiles. */
  readonly after: FanBand | null;
  readonly observed: readonly ObservedPoint[];
}

/** Widths that differ by less than this are the same to the eye. */
const sameWidth = 0.02;

/** Builds the two fans of a measure; null where the answer has no percentiles of it. */
export function actualsFan(
  about: About,
  { before, bands }: ActualsResult,
  observed: readonly ObservedPoint[],
): ActualsFan | null {
  const { id } = about.info;
  const plain = before.find((one) => one.id === id);
  if (plain === undefined) return null;
  const weighed = bands.find((one) => one.id === id) ?? null;
  const unit = unitFor(about, plain.p50);
  const scale = (values: Float64Array): Float64Array => values.map((value) => value * unit.factor);
  const scaled = mapBand(plain, scale);
  if (scaled === null) return null;
  return {
    finding: findingOf(about, plain, weighed),
    unit,
    months: plain.p50.length,
    before: scaled,
    after: mapBand(weighed, scale),
    observed: observed.map(({ month, value }) => ({ month, value: value * unit.factor })),
  };
}

/** Says what the weights do to the middle 90 % at the end of the projection. */
function findingOf(about: About, before: Bands, after: Bands | null): string {
  const end = before.p50.length - 1;
  const name = nameAt(about, end);
  const range = ({ p5, p95, p5Error, p95Error }: Bands): string =>
    formatMeasuredRange(
      p5[end] ?? Number.NaN,
      p95[end] ?? Number.NaN,
      Math.max(p5Error?.[end] ?? 0, p95Error?.[end] ?? 0) || 0,
      about.info.unit,
    );
  if (after === null) return `${name}: nine draws in ten lie within ${range(before)}`;
  const width = ({ p5, p95 }: Bands): number => (p95[end] ?? Number.NaN) - (p5[end] ?? Number.NaN);
  const change = width(after) / width(before) - 1;
  if (!(Math.abs(change) >= sameWidth)) {
    return `${name}: nine draws in ten lie within ${range(before)}, weighted by fit within ${range(after)}`;
  }
  const how = change < 0 ? 'narrows' : 'widens';
  return `${name}: weighted by fit the middle 90 % ${how} by ${formatShare(Math.abs(change))}, from ${range(before)} to ${range(after)}`;
}
