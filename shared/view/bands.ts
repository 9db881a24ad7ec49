import type { FanBand } from './chart.ts';
import { formatNumber } from './format.ts';

/** Percentiles of one measure by month, as a simulation reports them. */
export interface Bands {
  readonly id: string;
  readonly p5: Float64Array;
  readonly p25: Float64Array;
  readonly p50: Float64Array;
  readonly p75: Float64Array;
  readonly p95: Float64Array;
  /** Sampling errors of the outer percentiles, one standard error, where they are known. */
  readonly p5Error?: Float64Array;
  readonly p95Error?: Float64Array;
}

/** Gives the larger sampling error of the outer percentiles at a month; 0 where none is known. */
export function outerError({ p5Error, p95Error }: Bands, at: number): number {
  return Math.max(p5Error?.[at] ?? 0, p95Error?.[at] ?? 0) || 0;
}

/** Applies the same change to every percentile of a band. */
export function mapBand(
  band: FanBand | null,
  change: (values: Float64Array) => Float64Array,
): FanBand | null {
  return (
    band && {
      p5: change(band.p5),
      p25: change(band.p25),
      p50: change(band.p50),
      p75: change(band.p75),
      p95: change(band.p95),
    }
  );
}

/** How far a simulation has come, and its percentiles so far. */
export interface Fan {
  readonly done: number;
  readonly wanted: number;
  readonly isSettled: boolean;
  readonly worstError: number;
  readonly bands: readonly Bands[];
}

/** Names the ring a chart shows: the central line, the first draws, or all of them with their sampling error. */
export function ringLabel(fan: Fan | null): string {
  if (fan === null || fan.done === 0) return 'central line';
  const draws = formatNumber(fan.done, 0);
  const isOver = fan.isSettled || fan.done >= fan.wanted;
  if (!isOver || !Number.isFinite(fan.worstError) || fan.worstError <= 0) return `${draws} draws`;
  const percent = fan.worstError * 100;
  return `${draws} draws, ${fan.isSettled ? 'settled to ' : ''}±${percent < 0.1 ? percent.toFixed(2) : percent.toFixed(1)}\u202f%`;
}
