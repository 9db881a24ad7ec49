import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCall, decodeNews, encodeLine } from '#shared/contract/line-messages.ts';
import { encodeWire } from '#shared/contract/wire.ts';

const number = fc.nat(Number.MAX_SAFE_INTEGER);
/** JSON knows only one zero. */
const plain = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));

describe('messages of a line', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(number, fc.string(), plain, (call, name, content) => {
        const question = { call, name, input: content };
        expect(decodeCall(encodeLine(question))).toEqual({ ok: true, value: question });
        const answer = { call, reply: content };
        expect(decodeNews(encodeLine(answer))).toEqual({ ok: true, value: answer });
        const event = { event: name, payload: content };
        expect(decodeNews(encodeLine(event))).toEqual({ ok: true, value: event });
      }),
      { seed: 1 },
    );
  });

  it('are never taken for what they are not, and rubbish is told in words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), plain.map(encodeWire)), (bytes) => {
        for (const read of [decodeCall, decodeNews]) {
          const message = read(bytes);
          if (!message.ok) expect(message.error.length).toBeGreaterThan(0);
        }
      }),
      { seed: 1 },
    );
    const strange = [null, 1, 'x', [], {}, { call: -1 }, { call: 0.5 }, { call: '1' }, { call: 2 ** 60 }];
    for (const one of strange) {
      expect(decodeCall(encodeWire(one)).ok, JSON.stringify(one)).toBe(false);
      expect(decodeNews(encodeWire(one)).ok, JSON.stringify(one)).toBe(false);
    }
    expect(decodeCall(encodeLine({ event: 'library.changed', payload: {} })).ok).toBe(false);
  });
});
