import { invariant } from '#shared/base/assert.ts';
import { bitsOf } from './bits.ts';

/** Columns of numbers as they travel: each that there is once, however often it comes, and none that others say already. */
export interface PackedColumns {
  /** For each column, which of the different ones it is. */
  readonly places: Uint32Array;
  /** For each of the different ones, which earlier one of them it is the running sum of; −1 for those that are none. */
  readonly sums: Int32Array;
  /** The numbers of those that are no sums, one column after another. */
  readonly values: Float64Array;
}

/**
 * Packs columns of one length. What a scenario has none of is zero in every month, and much is said under two names: of the
 * measures of a deal two thirds are the bits of another one. Of every flow there is a cumulative measure, right behind it.
 */
export function packColumns(columns: readonly Float64Array[], length: number): PackedColumns {
  const { places, distinct, before } = toldApart(columns, length);
  const sums = Int32Array.from(distinct, (column, place) => {
    const part = before[place] ?? -1;
    const flow = distinct[part];
    return flow !== undefined && isRunningSum(column, flow) ? part : -1;
  });
  const sent = distinct.filter((_, place) => (sums[place] ?? -1) < 0);
  const values = new Float64Array(sent.length * length);
  for (const [at, column] of sent.entries()) values.set(column, at * length);
  return { places, sums, values };
}

/** Gives the columns back, bit for bit; columns alike are one array. */
export function unpackColumns({ places, sums, values }: PackedColumns, length: number): Float64Array[] {
  const distinct: Float64Array[] = [];
  let at = 0;
  for (const part of sums) {
    if (part < 0) {
      distinct.push(values.subarray(at, at + length));
      at += length;
      continue;
    }
    const flow = distinct[part];
    invariant(flow !== undefined, 'a sum follows what it is the sum of');
    distinct.push(runningSum(flow));
  }
  invariant(at === values.length, 'every column has its numbers');
  return Array.from(places, (place) => {
    const column = distinct[place];
    invariant(column !== undefined, 'every place is that of a column');
    return column;
  });
}

/** Only of numbers that are some: what adding others gives may differ in its bits. */
function isRunningSum(column: Float64Array, flow: Float64Array): boolean {
  let sum = 0;
  for (let at = 0; at < column.length; at += 1) {
    sum += flow[at] ?? Number.NaN;
    if (!Number.isFinite(sum) || !Object.is(sum, column[at])) return false;
  }
  return true;
}

function runningSum(flow: Float64Array): Float64Array {
  let sum = 0;
  return flow.map((value) => {
    sum += value;
    return sum;
  });
}

interface ToldApart {
  readonly places: Uint32Array;
  readonly distinct: readonly Float64Array[];
  /** For each of them, which came right before it when it came first; −1 for the first of all. */
  readonly before: readonly number[];
}

/** Finds the columns that there are, and for each column which of them it is. */
function toldApart(columns: readonly Float64Array[], length: number): ToldApart {
  const places = new Uint32Array(columns.length);
  const distinct: Float64Array[] = [];
  const before: number[] = [];
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
      before.push(at === 0 ? -1 : (places[at - 1] ?? -1));
      byMark.set(mark, [...alike, place]);
    }
    byArray.set(column, place);
    places[at] = place;
  }
  return { places, distinct, before };
}

function hasBits(column: Float64Array, bits: Uint32Array): boolean {
  const own = bitsOf(column);
  for (let at = 0; at < bits.length; at += 1) if (own[at] !== bits[at]) return false;
  return true;
}

/** An odd step: it takes the one word of a number and the other in turn. */
const markStep = 5;

/** Columns alike have one mark; that others share it, of which only some words are looked at, costs a look at all. */
function markOf(bits: Uint32Array): number {
  let mark = 0;
  for (let at = 0; at < bits.length; at += markStep) mark = (Math.imul(mark, 31) + (bits[at] ?? 0)) | 0;
  return mark;
}
