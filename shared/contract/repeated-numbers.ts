import { bitsOf } from './bits.ts';

/**
 * Long arrays of numbers of one line, each said as what differs from the one before it that was as long: an edit moves a quarter of
 * the numbers of a projection, and many of them all alike. A browser hands on a message in pieces, to a page that has a letter to show:
 * with fewer of them charts are there earlier. The sender gives each length a place among few; the receiver keeps what it is told.
 */

/** Shorter ones are a small part of what they come with. */
const leastNumbers = 1_024;
/** Longer ones go in full each time: both ends keep all places for as long as the line lasts. */
const mostNumbers = 65_536;
const places = 8;

/** What stands for an array on its way. */
export interface SentArray {
  readonly place: number;
  readonly length: number;
  /** Whether it says what differs from the array in its place; otherwise it is all there, and takes that place. */
  readonly isDifference: boolean;
  /**
   * Of a difference: a bit for every number, lowest first, set where it differs. Then a bit for every one that differs, set where it is
   * not the one that differed before it. Of an array that is all there: none, for whoever reads its first one has no quick code yet.
   */
  readonly marks: Uint8Array<ArrayBuffer>;
  /** The numbers of the bits set last, or all. */
  readonly values: Float64Array<ArrayBuffer>;
}

/** What the sender of a line knows the other end to have. */
export interface SentNumbers {
  /** Gives what to send for an array, which must be sent, in this order; null where it is to go as it is. */
  readonly write: (numbers: Float64Array) => SentArray | null;
}

/** What the receiver of a line has been told. */
export interface ReceivedNumbers {
  /** Gives the array that what was sent stands for; throws in words where it stands for none. */
  readonly read: (sent: SentArray) => Float64Array<ArrayBuffer>;
}

/** Makes the memory of a sender; the length that was not wanted for longest gives up its place. */
export function createSentNumbers(): SentNumbers {
  /** By length, the one wanted last at the end. */
  const held = new Map<number, { readonly place: number; readonly numbers: Float64Array }>();
  const freePlace = (): number => {
    if (held.size < places) return held.size;
    const [oldest] = held;
    if (oldest === undefined) return 0;
    held.delete(oldest[0]);
    return oldest[1].place;
  };
  return {
    write: (numbers) => {
      const { length } = numbers;
      if (length < leastNumbers || length > mostNumbers) return null;
      const before = held.get(length);
      const place = before?.place ?? freePlace();
      held.delete(length);
      // A copy: whoever has the array may go on writing to it.
      const copy = numbers.slice();
      held.set(length, { place, numbers: copy });
      return before === undefined
        ? { place, length, isDifference: false, marks: new Uint8Array(0), values: copy }
        : { place, length, isDifference: true, ...difference(copy, before.numbers) };
    },
  };
}

/** Makes the memory of a receiver. */
export function createReceivedNumbers(): ReceivedNumbers {
  const held: (Float64Array | undefined)[] = [];
  return {
    read: (sent) => {
      const { place, length, isDifference } = sent;
      if (!Number.isInteger(place) || place < 0 || place >= places) {
        throw new Error(`The message names numbers by no place from 0 to ${places - 1}.`);
      }
      if (!Number.isInteger(length) || length < leastNumbers || length > mostNumbers) {
        throw new Error(`The message repeats no ${leastNumbers} to ${mostNumbers} numbers.`);
      }
      const numbers = isDifference ? changed(sent, held[place]) : whole(sent);
      held[place] = numbers.slice();
      return numbers;
    },
  };
}

function difference(numbers: Float64Array, before: Float64Array): Pick<SentArray, 'marks' | 'values'> {
  const own = bitsOf(numbers);
  const earlier = bitsOf(before);
  const differs = new Uint8Array(bytesOf(numbers.length));
  const isNew = new Uint8Array(bytesOf(numbers.length));
  const values = new Float64Array(numbers.length);
  const words = bitsOf(values);
  let count = 0;
  let kept = 0;
  for (let at = 0; at < own.length; at += 2) {
    // As words: a number that is none may lose its bits where it is taken for a number.
    const low = own[at] ?? 0;
    const high = own[at + 1] ?? 0;
    if (low === earlier[at] && high === earlier[at + 1]) continue;
    mark(differs, at / 2);
    if (kept === 0 || low !== words[kept - 2] || high !== words[kept - 1]) {
      mark(isNew, count);
      words[kept] = low;
      words[kept + 1] = high;
      kept += 2;
    }
    count += 1;
  }
  const marks = new Uint8Array(differs.length + bytesOf(count));
  marks.set(differs);
  marks.set(isNew.subarray(0, bytesOf(count)), differs.length);
  return { marks, values: values.slice(0, kept / 2) };
}

function whole({ length, marks, values }: SentArray): Float64Array<ArrayBuffer> {
  if (values.length !== length || marks.length > 0) throw new Error(misplaced);
  return values;
}

function changed(
  { length, marks, values }: SentArray,
  before: Float64Array | undefined,
): Float64Array<ArrayBuffer> {
  if (before?.length !== length) throw new Error('The message names numbers that have not been sent.');
  const numbers = new Float64Array(before);
  const own = bitsOf(numbers);
  const words = bitsOf(values);
  const differs = marks.subarray(0, bytesOf(length));
  const isNew = marks.subarray(differs.length);
  let count = 0;
  let from = -2;
  for (let at = 0; at < length; at += 1) {
    // Most stay, a whole byte of them at a time.
    if (differs[at >> 3] === 0) at |= 7;
    else if (isMarked(differs, at)) {
      if (isMarked(isNew, count)) from += 2;
      const low = words[from];
      const high = words[from + 1];
      if (low === undefined || high === undefined) throw new Error(misplaced);
      own[2 * at] = low;
      own[2 * at + 1] = high;
      count += 1;
    }
  }
  if (from + 2 !== words.length || isNew.length !== bytesOf(count)) throw new Error(misplaced);
  return numbers;
}

const misplaced = 'The message repeats numbers without saying where they belong.';

function bytesOf(bits: number): number {
  return Math.ceil(bits / 8);
}

function mark(bytes: Uint8Array, at: number): void {
  bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
}

function isMarked(bytes: Uint8Array, at: number): boolean {
  return (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) === 1;
}
