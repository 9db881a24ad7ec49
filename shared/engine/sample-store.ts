import { invariant } from '#shared/base/assert.ts';

/** What a sample store holds: so many measures, months, checks, and the draws from `firstDraw` on. */
export interface SampleLayout {
  readonly measures: number;
  readonly months: number;
  readonly checks: number;
  /** Index of the first draw kept, 0 unless the store holds one shard of a run. */
  readonly firstDraw: number;
  readonly draws: number;
}

/** Results of every draw, in memory that may be shared between threads. */
export interface SampleStore extends SampleLayout {
  /** `values[(measure * months + month) * draws + draw - firstDraw]`; NaN where a draw has no answer. */
  readonly values: Float64Array;
  /** First month each check fails, `firstBroken[check * draws + draw - firstDraw]`; -1 where it holds throughout. */
  readonly firstBroken: Int32Array;
}

/** Returns the bytes a store of this layout takes, to be compared with the ceiling before anything is allocated. */
export function sampleStoreBytes(layout: SampleLayout): number {
  return layout.draws * (layout.measures * layout.months * 8 + layout.checks * 4);
}

/**
 * Lays a store over a buffer from `byteOffset` on, its own or one shared between threads. Two stores of equal layout over the same
 * place are the same store.
 */
export function createSampleStore(
  layout: SampleLayout,
  buffer: ArrayBufferLike = new ArrayBuffer(sampleStoreBytes(layout)),
  byteOffset = 0,
): SampleStore {
  const { measures, months, checks, firstDraw, draws } = layout;
  invariant(
    buffer.byteLength - byteOffset >= sampleStoreBytes(layout),
    `a buffer of ${buffer.byteLength - byteOffset} bytes holds a store of ${sampleStoreBytes(layout)}`,
  );
  const length = measures * months * draws;
  const values = new Float64Array(buffer, byteOffset, length);
  const firstBroken = new Int32Array(buffer, byteOffset + length * 8, checks * draws);
  return { measures, months, checks, firstDraw, draws, values, firstBroken };
}

/** Returns one measure at one month over all draws kept: a view, not a copy. */
export function samplesAt(store: SampleStore, measure: number, month: number): Float64Array {
  const start = (measure * store.months + month) * store.draws;
  return store.values.subarray(start, start + store.draws);
}

/** Returns the first month in which one check fails over all draws kept, -1 where it holds: a view, not a copy. */
export function firstBrokenOf(store: SampleStore, check: number): Int32Array {
  return store.firstBroken.subarray(check * store.draws, (check + 1) * store.draws);
}
