import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerKeys, readKeys } from '#shared/contract/line-keys.ts';

/** Characters that may stand in a subprotocol and in a token or the name of a session. */
const word = fc.stringMatching(/^[A-Za-z0-9_-]{0,64}$/);

describe('keys of a line', () => {
  it('are read as they were offered, however the list of them is spaced', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(',', ', ', ' , '), (token, session, comma) => {
        expect(readKeys(offerKeys({ token, session }).join(comma))).toEqual({ token, session });
      }),
      { seed: 1 },
    );
  });

  it('are empty where nothing is offered, or something else', () => {
    const nothing = { token: '', session: '' };
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/(^|,)\s*(token|session)\./.test(text));
        expect(readKeys(text)).toEqual(nothing);
      }),
      { seed: 1 },
    );
    expect(readKeys(undefined)).toEqual(nothing);
  });

  it('can be offered by any browser: never the same twice, and no empty one', () => {
    fc.assert(
      fc.property(word, word, (token, session) => {
        const offered = offerKeys({ token, session });
        expect(new Set(offered).size).toBe(offered.length);
        for (const one of offered) expect(one).toMatch(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/);
      }),
      { seed: 1 },
    );
  });
});
