import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { asciiBytes, asciiText } from './ascii.ts';
import { createReceivedNumbers, type ReceivedNumbers, type SentNumbers } from './repeated-numbers.ts';
import { createReceivedTexts, type ReceivedTexts, type SentTexts } from './repeated-texts.ts';

/**
 * Bytes of a message for the loopback: a JSON head and, behind it, the raw contents of its typed arrays.
 *
 * Layout, little-endian: u32 length of the head, head (JSON in ASCII), padding to a multiple of 8, tail. In the head a typed
 * array is `{"$array": [kind, offset, length]}`, a number that JSON cannot say is `{"$number": "NaN"}`, a long text of a line that
 * keeps them `{"$text": place}` or `{"$text": [place, text]}`, and a long array of numbers of such a line
 * `{"$numbers": [place, length, isDifference, marks, values]}`, the last two being typed arrays; a key of the message that begins with
 * `$` is written with one `$` more.
 */

const kinds = {
  f64: Float64Array,
  f32: Float32Array,
  i32: Int32Array,
  u32: Uint32Array,
  u8: Uint8Array,
} as const;
const strangeNumbers: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
};

type Kind = keyof typeof kinds;
type Numbers = InstanceType<(typeof kinds)[Kind]>;

const headerBytes = 4;
const alignment = 8;
const depthLimit = 64;

/** What one end of a line knows the other to have. */
export interface SentMemory {
  readonly texts?: SentTexts;
  readonly numbers?: SentNumbers;
}

/** What one end of a line has been told by the other. */
export interface ReceivedMemory {
  readonly texts?: ReceivedTexts;
  readonly numbers?: ReceivedNumbers;
}

/** Writes a message of plain data and typed arrays as bytes; with a memory, what the other end has is only named. */
export function encodeWire(
  message: unknown,
  { texts, numbers: repeated }: SentMemory = {},
): Uint8Array<ArrayBuffer> {
  const arrays: { readonly numbers: Numbers; readonly offset: number }[] = [];
  let tailBytes = 0;
  const place = (kind: Kind, numbers: Numbers): unknown => {
    const offset = tailBytes;
    arrays.push({ numbers, offset });
    tailBytes = align(offset + numbers.byteLength);
    return { $array: [kind, offset, numbers.length] };
  };
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string') return texts === undefined ? value : texts.write(value);
    if (typeof value === 'number') return Number.isFinite(value) ? value : { $number: String(value) };
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(replace);
    const kind = kindOf(value);
    if (kind !== null) {
      const sent = value instanceof Float64Array ? (repeated?.write(value) ?? null) : null;
      if (sent === null) return place(kind, value as Numbers);
      const { marks, values } = sent;
      return {
        $numbers: [sent.place, sent.length, sent.isDifference, place('u8', marks), place('f64', values)],
      };
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [key.startsWith('$') ? `$${key}` : key, replace(child)]),
    );
  };
  const head = asciiBytes(JSON.stringify(replace(message) ?? null));
  const tailStart = align(headerBytes + head.length);
  const bytes = new Uint8Array(tailStart + tailBytes);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, headerBytes);
  for (const { numbers, offset } of arrays) {
    bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), tailStart + offset);
  }
  return bytes;
}

/** Reads the bytes of a message back; the typed arrays are copies. Bytes that are no message are an error in words. */
export function decodeWire(
  bytes: Uint8Array,
  { texts = createReceivedTexts(), numbers = createReceivedNumbers() }: ReceivedMemory = {},
): Outcome<unknown, string> {
  if (bytes.length < headerBytes) return fail('A message needs at least 4 bytes.');
  const headBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const headEnd = headerBytes + headBytes;
  if (headEnd > bytes.length) return fail('The head of the message is longer than the message.');
  try {
    const head: unknown = JSON.parse(asciiText(bytes.subarray(headerBytes, headEnd)));
    const tail = bytes.subarray(Math.min(align(headEnd), bytes.length));
    return ok(restore(head, { tail, texts, numbers }, 0));
  } catch (error) {
    return fail(error instanceof Error ? error.message : 'The message cannot be read.');
  }
}

/** What a head refers to. */
interface Behind {
  readonly tail: Uint8Array;
  readonly texts: ReceivedTexts;
  readonly numbers: ReceivedNumbers;
}

function restore(value: unknown, behind: Behind, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > depthLimit) throw new Error(`The message is nested deeper than ${depthLimit} levels.`);
  if (Array.isArray(value)) return value.map((child) => restore(child, behind, depth + 1));
  const entries = Object.entries(value);
  const [key, content] = entries[0] ?? [''];
  if (key === '$array') return restoreArray(content, behind.tail);
  if (key === '$number') return restoreNumber(content);
  if (key === '$text') return behind.texts.read(content);
  if (key === '$numbers') return restoreNumbers(content, behind);
  return Object.fromEntries(
    entries.map(([name, child]) => [
      name.startsWith('$$') ? name.slice(1) : name,
      restore(child, behind, depth + 1),
    ]),
  );
}

function restoreNumber(content: unknown): number {
  const value = typeof content === 'string' ? strangeNumbers[content] : undefined;
  if (value === undefined) throw new Error('The message holds a number that is none.');
  return value;
}

function restoreNumbers(content: unknown, { tail, numbers }: Behind): Float64Array {
  const [place, length, isDifference, ...rest]: readonly unknown[] = Array.isArray(content) ? content : [];
  const [marks, values] = rest.map((one) => restoreArray(Object(one).$array, tail));
  if (
    typeof place !== 'number' ||
    typeof length !== 'number' ||
    typeof isDifference !== 'boolean' ||
    !(marks instanceof Uint8Array && values instanceof Float64Array)
  ) {
    throw new Error('The message repeats numbers without saying which.');
  }
  return numbers.read({ place, length, isDifference, marks, values });
}

function restoreArray(content: unknown, tail: Uint8Array): Numbers {
  const [kind, offset, length]: readonly unknown[] = Array.isArray(content) ? content : [];
  if (typeof kind !== 'string' || !isKind(kind) || !isCount(offset) || !isCount(length)) {
    throw new Error('The message holds an array of no known kind.');
  }
  const end = offset + length * kinds[kind].BYTES_PER_ELEMENT;
  if (end > tail.length) throw new Error('The message holds an array that reaches beyond its end.');
  // Not `slice`: that of a Node Buffer does not copy, and its memory is a part of something larger.
  return new kinds[kind](new Uint8Array(tail.subarray(offset, end)).buffer);
}

function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function kindOf(value: object): Kind | null {
  for (const kind of ['f64', 'u8', 'i32', 'u32', 'f32'] as const) {
    if (value instanceof kinds[kind]) return kind;
  }
  return null;
}

function align(offset: number): number {
  return Math.ceil(offset / alignment) * alignment;
}
