import { invariant } from '#shared/base/assert.ts';

/** Columns of numbers as they travel: each that there is once, however often it comes, and in it each number once while it stays. */
export interface PackedColumns {
  /** For each column, which of those that travel it is. */
  readonly places: Uint32Array;
  /** A bit for every number of those that travel, one column after another, lowest first: set where it is not the number before it. */
  readonly changes: Uint8Array;
  /** The numbers whose bits are set. */
  readonly values: Float64Array;
}

/**
 * Packs columns of one length. What a scenario has none of is zero in every month, and much is said under two names: of the
 * measures of a deal two thirds are the bits of another one, and of the numbers of the rest more than half those of the month before.
 * A browser hands on what comes piece by piece, to a page that has a letter to show: half the bytes are there a millisecond sooner.
 */
export function packColumns(columns: readonly Float64Array[], length: number): PackedColumns {
  const { places, distinct } = toldApart(columns, length);
  const changes = new Uint8Array(Math.ceil((distinct.length * length) / 8));
  const values = new Float64Array(distinct.length * length);
  const words = bitsOf(values);
  let at = 0;
  let kept = 0;
  for (const column of distinct) {
    const own = bitsOf(column);
    for (let low = 0; low < own.length; low += 2, at += 1) {
      if (low > 0 && own[low] === own[low - 2] && own[low + 1] === own[low - 1]) continue;
      changes[at >> 3] = (changes[at >> 3] ?? 0) | (1 << (at & 7));
      // As words: a number that is none may lose its bits where it is taken for a number.
      words[kept] = own[low] ?? 0;
      words[kept + 1] = own[low + 1] ?? 0;
      kept += 2;
    }
  }
  return { places, changes, values: values.slice(0, kept / 2) };
}

/** Gives the columns back, bit for bit; columns alike are one array. */
export function unpackColumns({ places, changes, values }: PackedColumns, length: number): Float64Array[] {
  const count = places.reduce((most, place) => Math.max(most, place + 1), 0);
  invariant(changes.length === Math.ceil((count * length) / 8), 'every column has its numbers');
  const whole = new Float64Array(count * length);
  const words = bitsOf(whole);
  const own = bitsOf(values);
  let from = -2;
  for (let at = 0; at < whole.length; at += 1) {
    if (((changes[at >> 3] ?? 0) >> (at & 7)) & 1) from += 2;
    words[2 * at] = own[from] ?? 0;
    words[2 * at + 1] = own[from + 1] ?? 0;
  }
  invariant(from + 2 === own.length, 'every change has its number');
  const distinct = Array.from({ length: count }, (_, place) =>
    whole.subarray(place * length, (place + 1) * length),
  );
  return Array.from(places, (place) => {
    const column = distinct[place];
    invariant(column !== undefined, 'every place is that of a column');
    return column;
  });
}

interface ToldApart {
  readonly places: Uint32Array;
  readonly distinct: readonly Float64Array[];
}

/** Finds the columns that there are, and for each column which of them it is. */
function toldApart(columns: readonly Float64Array[], length: number): ToldApart {
  const places = new Uint32Array(columns.length);
  const distinct: Float64Array[] = [];
  const byMark = new Map<number, number[]>();
  // What was unpacked before holds columns alike as one array.
  const byArray = new Map<Float64Array, number>();
  for (const [at, column] of columns.entries()) {
    invariant(column.length === length, 'columns that travel together have one length');
    const known = byArray.get(column);
    if (known !== undefined) {
      places[at] = known;
      continue;
    }
    const bits = bitsOf(column);
    const mark = markOf(bits);
    const alike = byMark.get(mark) ?? [];
    let place = alike.find((one) => hasBits(distinct[one] ?? column, bits));
    if (place === undefined) {
      place = distinct.push(column) - 1;
      byMark.set(mark, [...alike, place]);
    }
    byArray.set(column, place);
    places[at] = place;
  }
  return { places, distinct };
}

/** Bits tell −0 from 0 and find a value that is no number equal to itself. */
function bitsOf(column: Float64Array): Uint32Array {
  return new Uint32Array(column.buffer, column.byteOffset, 2 * column.length);
}

function hasBits(column: Float64Array, bits: Uint32Array): boolean {
  const own = bitsOf(column);
  for (let at = 0; at < bits.length; at += 1) if (own[at] !== bits[at]) return false;
  return true;
}

/** Columns alike have one mark; hardly ever do others share it. */
function markOf(bits: Uint32Array): number {
  let mark = 0;
  for (let at = 0; at < bits.length; at += 1) mark = (Math.imul(mark, 31) + (bits[at] ?? 0)) | 0;
  return mark;
}
