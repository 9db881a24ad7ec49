import { invariant } from '#shared/base/assert.ts';

/** Columns of numbers as they travel: each that there is once, however often it comes. */
export interface PackedColumns {
  /** For each column, which of those that travel it is. */
  readonly places: Uint32Array;
  /** Those that travel, one after another. */
  readonly values: Float64Array;
}

/**
 * Packs columns of one length. What a scenario has none of is zero in every month, and much is said under two names: of the
 * measures of a deal two thirds are the bits of another one.
 */
export function packColumns(columns: readonly Float64Array[], length: number): PackedColumns {
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
  const values = new Float64Array(distinct.length * length);
  for (const [place, column] of distinct.entries()) values.set(column, place * length);
  return { places, values };
}

/** Gives the columns back, bit for bit; columns alike are one array, a view of the packed numbers. */
export function unpackColumns({ places, values }: PackedColumns, length: number): Float64Array[] {
  const distinct: Float64Array[] = [];
  return Array.from(places, (place) => {
    invariant((place + 1) * length <= values.length, 'every column has its numbers');
    const column = distinct[place] ?? values.subarray(place * length, (place + 1) * length);
    distinct[place] = column;
    return column;
  });
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
