import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createReceivedNumbers,
  createSentNumbers,
  type SentArray,
} from '#shared/contract/repeated-numbers.ts';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';

/** A line whose two ends keep its numbers; what is sent goes through bytes. */
function lineOfNumbers() {
  const sent = createSentNumbers();
  const received = createReceivedNumbers();
  return (message: unknown) => {
    const bytes = encodeWire(message, { numbers: sent });
    const read = decodeWire(bytes, { numbers: received });
    if (!read.ok) throw new Error(read.error);
    return { value: read.value, bytes: bytes.length };
  };
}

/** The bits of numbers, so that −0 is not 0 and one that is none equals itself alone. */
const bits = (values: unknown): readonly bigint[] | null =>
  values instanceof Float64Array
    ? [...new BigUint64Array(values.buffer, values.byteOffset, values.length)]
    : null;

const ramp = (length: number, by = 1): Float64Array => Float64Array.from({ length }, (_, at) => at * by);

describe('numbers of a line', () => {
  it('arrive bit for bit, whatever was sent before', () => {
    const figure = fc.oneof(fc.constantFrom(0, -0, Number.NaN, 1, Number.POSITIVE_INFINITY), fc.double());
    const edit = fc.record({
      length: fc.constantFrom(3, 1_023, 1_024, 1_031, 2_000, 65_536, 65_537),
      changes: fc.array(fc.tuple(fc.nat({ max: 65_535 }), fc.nat({ max: 40 }), figure), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const tell = lineOfNumbers();
        const kept = new Map<number, Float64Array>();
        for (const { length, changes } of edits) {
          const values = kept.get(length) ?? new Float64Array(length);
          kept.set(length, values);
          // Written over: what the memory of the line holds must not be what it was given.
          for (const [at, count, value] of changes) values.fill(value, at, at + count);
          expect(bits(tell(values).value)).toEqual(bits(values));
        }
      }),
      { seed: 1, numRuns: 120 },
    );
  });

  it('keep the bits of numbers that are none', () => {
    const tell = lineOfNumbers();
    const odd = new BigUint64Array(1_024).fill(0x7ff8_0000_0000_0001n);
    const values = new Float64Array(odd.buffer);
    for (const other of [0x7ff8_0000_0000_0002n, 0x7ff8_0000_0000_0003n]) {
      expect(bits(tell(values).value)).toEqual([...odd]);
      odd[7] = other;
    }
  });

  it('are what was handed over, and stay so when the receiver writes to what it was given', () => {
    const tell = lineOfNumbers();
    const first = tell(ramp(2_000)).value;
    if (first instanceof Float64Array) first.fill(7);
    expect(tell(ramp(2_000)).value).toEqual(ramp(2_000));
  });

  it('cost a bit each where they stay, eight bytes where they change, and nothing more where they change alike', () => {
    const tell = lineOfNumbers();
    const values = ramp(8_000);
    const head = 200;
    expect(tell(values).bytes).toBeGreaterThan(64_000);
    expect(tell(values).bytes).toBeLessThan(1_000 + head);
    values.set(ramp(500, -1), 100);
    expect(tell(values).bytes).toBeLessThan(1_000 + 4_000 + 63 + head);
    values.fill(0.5, 3_000, 7_000);
    expect(tell(values).bytes).toBeLessThan(1_000 + 8 + 500 + head);
  });

  it('are kept for eight lengths, those wanted last', () => {
    const tell = lineOfNumbers();
    for (let step = 0; step < 9; step += 1) tell(ramp(2_000 + step));
    expect(tell(ramp(2_008)).bytes).toBeLessThan(1_000);
    expect(tell(ramp(2_001)).bytes).toBeLessThan(1_000);
    expect(tell(ramp(2_000)).bytes).toBeGreaterThan(16_000);
  });

  it.each<[string, (sent: unknown[]) => unknown]>([
    ['a difference from what was never sent', (sent) => [sent[0], sent[1], true, sent[3], sent[4]]],
    ['a place there is not', (sent) => [8, ...sent.slice(1)]],
    ['a place between two', (sent) => [0.5, ...sent.slice(1)]],
    ['no place', (sent) => [null, ...sent.slice(1)]],
    ['more numbers than there may be', (sent) => [sent[0], 65_537, ...sent.slice(2)]],
    ['another length', (sent) => [sent[0], 1_100, ...sent.slice(2)]],
    ['fewer numbers than there may be', (sent) => [sent[0], 1_000, ...sent.slice(2)]],
    ['a length of no number', (sent) => [sent[0], '1024', ...sent.slice(2)]],
    ['values in place of marks', (sent) => [...sent.slice(0, 3), sent[4], sent[3]]],
    ['no values', (sent) => sent.slice(0, 4)],
    ['nothing', () => null],
  ])('are refused in words where a message names %s', (_, spoilt) => {
    const bytes = encodeWire(ramp(1_024), { numbers: createSentNumbers() });
    const headBytes = new DataView(bytes.buffer).getUint32(0, true);
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headBytes)));
    const other = new TextEncoder().encode(JSON.stringify({ $numbers: spoilt(head.$numbers) }));
    const tail = bytes.subarray(Math.ceil((4 + headBytes) / 8) * 8);
    const start = Math.ceil((4 + other.length) / 8) * 8;
    const raw = new Uint8Array(start + tail.length);
    new DataView(raw.buffer).setUint32(0, other.length, true);
    raw.set(other, 4);
    raw.set(tail, start);
    expect(decodeWire(raw)).toEqual({ ok: false, error: expect.stringMatching(/numbers|array/) });
  });

  it.each<[string, (sent: SentArray) => Partial<SentArray>]>([
    ['too few marks', ({ marks }) => ({ marks: marks.slice(1) })],
    ['too many marks', ({ marks }) => ({ marks: Uint8Array.of(...marks, 0) })],
    ['a number too few', ({ values }) => ({ values: values.slice(1) })],
    ['a number too many', ({ values }) => ({ values: Float64Array.of(...values, 1) })],
    ['another place', ({ place }) => ({ place: place + 1 })],
    ['marks for what is all there', () => ({ isDifference: false })],
  ])('are refused in words where a difference has %s', (_, spoilt) => {
    const [sent, received] = [createSentNumbers(), createReceivedNumbers()];
    const [first, second] = [ramp(1_100), ramp(1_100, 2)].map((one) => sent.write(one));
    if (!first || !second) throw new Error('These are long enough to be repeated.');
    received.read(first);
    expect(() => received.read({ ...second, ...spoilt(second) })).toThrow(/numbers/);
    expect(received.read(second)).toEqual(ramp(1_100, 2));
  });
});
