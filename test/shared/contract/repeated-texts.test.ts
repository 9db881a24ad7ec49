import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReceivedTexts, createSentTexts } from '#shared/contract/repeated-texts.ts';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';

const long = (name: string, characters = 2_000): string => name.padEnd(characters, '.');

/** A line whose two ends keep its texts; what is sent goes through bytes. */
function lineOfTexts() {
  const sent = createSentTexts();
  const received = createReceivedTexts();
  return (message: unknown) => {
    const bytes = encodeWire(message, { texts: sent });
    const read = decodeWire(bytes, { texts: received });
    if (!read.ok) throw new Error(read.error);
    return { value: read.value, bytes: bytes.length };
  };
}

describe('texts of a line', () => {
  it('arrive as they were sent, whatever was sent before', () => {
    const text = fc.oneof(
      fc.nat({ max: 40 }).map((number) => long(`text ${number} `)),
      fc.constantFrom('', 'short', long('ü'), long('x', 1_023), long('x', 1_024)),
    );
    const message = fc.dictionary(fc.constantFrom('text', 'files', '$text', '12', '3'), fc.array(text));
    fc.assert(
      fc.property(fc.array(message, { maxLength: 60 }), (messages) => {
        const tell = lineOfTexts();
        for (const one of messages) expect(tell(one).value).toEqual(one);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('are sent in full once', () => {
    const tell = lineOfTexts();
    const files = { base: long('base', 20_000), other: long('other', 3_000) };
    expect(tell({ text: long('a'), files }).bytes).toBeGreaterThan(25_000);
    expect(tell({ text: long('b'), files }).bytes).toBeLessThan(2_200);
    expect(tell({ text: long('b'), files }).bytes).toBeLessThan(200);
  });

  it('stay known as long as they are wanted, though every key brings a new one', () => {
    const tell = lineOfTexts();
    const base = long('base', 20_000);
    tell({ text: '', base });
    for (let key = 0; key < 50; key += 1)
      expect(tell({ text: long(`key ${key}`), base }).bytes).toBeLessThan(2_200);
    for (let key = 0; key < 16; key += 1) tell({ text: long(`other ${key}`) });
    expect(tell({ text: '', base }).bytes).toBeGreaterThan(20_000);
  });

  it('are not kept where they are short or beyond all measure', () => {
    const sent = createSentTexts();
    for (const text of ['', long('short', 1_023), long('large', 512 * 1_024 + 1)]) {
      expect([sent.write(text), sent.write(text)]).toEqual([text, text]);
    }
  });

  it.each([
    ['a place that nothing was sent for', 3],
    ['a place there is not', 16],
    ['no place', 'three'],
    ['a place between two', 1.5],
    ['a place before the first', -1],
    ['something that is no text', [3, 4]],
    ['a text beyond all measure', [3, long('large', 512 * 1_024 + 1)]],
    ['nothing', null],
  ])('are refused in words where a message names %s', (_, $text) => {
    const head = JSON.stringify({ $text });
    const raw = new Uint8Array(4 + head.length);
    new DataView(raw.buffer).setUint32(0, head.length, true);
    raw.set(new TextEncoder().encode(head), 4);
    expect(decodeWire(raw)).toEqual({ ok: false, error: expect.stringContaining('text') });
  });
});
