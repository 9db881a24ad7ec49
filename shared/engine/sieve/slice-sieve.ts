import { type Bins, MOST_BINS } from '../numeric/bins.ts';
import { REPLICATES } from '../random/replicates.ts';
import { BAND_PROBABILITIES } from '../summary/bands.ts';
import { KINDS } from '../summary/percentile-errors.ts';
import { type KeptPages, PAGE_DRAWS } from './kept-pages.ts';

/** How large the sieves of a run are: one for each measure at each month, for so many draws, with some pages for what they keep. */
export interface SieveLayout {
  readonly slices: number;
  readonly draws: number;
  readonly pages: number;
}

/**
 * The sieves of a run whose draws are not all kept, in memory that may be shared between threads. Slice `measure * months + month` is
 * one measure at one month. Draws go through in the order of their numbers, a stretch at a time.
 */
export interface SieveMemory {
  readonly layout: SieveLayout;
  readonly buffer: ArrayBufferLike;
  readonly offset: number;
}

/** Levels that many draws may share, which are counted instead of kept. */
export const MOST_LEVELS = 8;

/** Columns of draws by kind: the kinds of a summary, and behind them one for each bin with a level. */
export const COLUMNS = KINDS + MOST_LEVELS;

/** What a sieve notes about itself: places in `notes`. */
export const KEPT = 0;
/** 1 where some answers differ. */
export const DIFFERS = 1;
/** 1 where draws were lost that should have been kept. */
export const LOST = 2;
/** 1 where every draw so far is that of the month before: all else is then to be found there. */
export const FOLLOWS = 3;
/** Bins of even width. */
const INNER = 4;
const NOTES = 5;

/** Places in `bounds`. */
export const BASE = 0;
const LOW = 1;
const SCALE = 2;
const BOUNDS = 3;

/**
 * What is known of one measure at one month when some of its draws have gone through: all of it by count, by bin and by replicate,
 * and the draws themselves only where a percentile may lie. Views of memory that may be shared between threads.
 */
export interface SliceSieve {
  readonly notes: Uint32Array;
  /** Where the bins begin and what sums are measured from: the first answer, NaN while there is none. */
  readonly bounds: Float64Array;
  /** Sums by replicate, measured from the base. */
  readonly sums: Float64Array;
  /** The level of each kind of bin; NaN where it has none. */
  readonly levels: Float64Array;
  /** Draws by bin. */
  readonly counts: Uint32Array;
  /** Draws by replicate and column: `kinds[replicate * COLUMNS + column]`; all those in the bin of a level in its. */
  readonly kinds: Uint32Array;
  /** The first and the last bin in which each percentile is looked for. */
  readonly brackets: Uint32Array;
  /** How many percentiles lie below a bin, that one may lie in it, or from `KINDS` on also which level does. */
  readonly kindOfBin: Uint8Array;
  /** Pages of the draws that were kept, in their order. */
  readonly pages: Uint32Array;
}

/** Widest numbers first, so that all stand where numbers of their width can. */
const wide = BOUNDS + REPLICATES + COLUMNS;
const middling = NOTES + MOST_BINS + REPLICATES * COLUMNS + 2 * BAND_PROBABILITIES.length;
const alignment = 8;
const headerBytes = alignment;
const pageBytes = PAGE_DRAWS * (Float64Array.BYTES_PER_ELEMENT + 1);

/** Returns the bytes of all sieves of a layout. */
export function sieveBytes({ slices, draws, pages }: SieveLayout): number {
  return headerBytes + slices * strideOf(draws) + pages * pageBytes;
}

/** Returns how many pages there are beside the sieves where all together have so many bytes; negative where not even those fit. */
export function pagesWithin(bytes: number, slices: number, draws: number): number {
  return Math.floor((bytes - sieveBytes({ slices, draws, pages: 0 })) / pageBytes);
}

function strideOf(draws: number): number {
  const bytes = wide * 8 + (middling + pagesOf(draws)) * 4 + MOST_BINS;
  return Math.ceil(bytes / alignment) * alignment;
}

/** Most pages that one sieve can fill. */
function pagesOf(draws: number): number {
  return Math.ceil(draws / PAGE_DRAWS);
}

/** Finds the sieve of one slice. */
export function sliceSieveOf({ layout, buffer, offset }: SieveMemory, slice: number): SliceSieve {
  let from = offset + headerBytes + slice * strideOf(layout.draws);
  const next = <T extends Float64Array | Uint32Array | Uint8Array>(
    Numbers: { new (buffer: ArrayBufferLike, from: number, length: number): T; BYTES_PER_ELEMENT: number },
    length: number,
  ): T => {
    const numbers = new Numbers(buffer, from, length);
    from += length * Numbers.BYTES_PER_ELEMENT;
    return numbers;
  };
  return {
    bounds: next(Float64Array, BOUNDS),
    sums: next(Float64Array, REPLICATES),
    levels: next(Float64Array, COLUMNS),
    notes: next(Uint32Array, NOTES),
    counts: next(Uint32Array, MOST_BINS),
    kinds: next(Uint32Array, REPLICATES * COLUMNS),
    brackets: next(Uint32Array, 2 * BAND_PROBABILITIES.length),
    pages: next(Uint32Array, pagesOf(layout.draws)),
    kindOfBin: next(Uint8Array, MOST_BINS),
  };
}

/** Finds the pages that all sieves take from. */
export function keptPagesOf({ layout, buffer, offset }: SieveMemory): KeptPages {
  const { slices, draws, pages } = layout;
  const from = offset + headerBytes + slices * strideOf(draws);
  const kept = pages * PAGE_DRAWS;
  return {
    taken: new Int32Array(buffer, offset, 1),
    values: new Float64Array(buffer, from, kept),
    replicates: new Uint8Array(buffer, from + kept * Float64Array.BYTES_PER_ELEMENT, kept),
  };
}

/** Reads the bins of a sieve. */
export function binsOf({ bounds, notes }: SliceSieve): Bins {
  return { low: bounds[LOW], scale: bounds[SCALE], inner: notes[INNER] };
}

/** Empties a sieve and gives it bins. */
export function clearSieve(sieve: SliceSieve, { low, scale, inner }: Bins): void {
  for (const numbers of [sieve.notes, sieve.sums, sieve.counts, sieve.kinds]) numbers.fill(0);
  sieve.levels.fill(Number.NaN);
  sieve.notes[INNER] = inner;
  sieve.bounds[BASE] = Number.NaN;
  sieve.bounds[LOW] = low;
  sieve.bounds[SCALE] = scale;
}

/** Makes a sieve hold what another does, but for the draws that were kept. */
export function copyCounts(from: SliceSieve, to: SliceSieve): void {
  to.notes.set(from.notes);
  to.notes[KEPT] = 0;
  to.bounds.set(from.bounds);
  to.sums.set(from.sums);
  to.levels.set(from.levels);
  to.counts.set(from.counts);
  to.kinds.set(from.kinds);
  to.brackets.set(from.brackets);
  to.kindOfBin.set(from.kindOfBin);
}
