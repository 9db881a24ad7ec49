import { timingSafeEqual } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { offerKeys } from '#shared/contract/line-keys.ts';
import { loopback } from '#shared/contract/loopback.ts';
import { createGuard } from '../../../electron/loopback/guard.ts';

// The real comparison, which remembers what it was given.
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>();
  return { ...real, timingSafeEqual: vi.fn(real.timingSafeEqual) };
});

const compared = vi.mocked(timingSafeEqual);
const digestBytes = 32;

beforeEach(() => {
  compared.mockClear();
});

function guardAt(): {
  readonly check: (token: string) => number | null;
  readonly checkLine: (token: string) => number | null;
  readonly token: string;
  now: number;
} {
  const at = { now: 0 };
  const guard = createGuard(1, () => at.now);
  return Object.assign(at, {
    token: guard.token,
    check: (token: string) => guard.checkToken({ [loopback.tokenHeader]: token })?.status ?? null,
    checkLine: (token: string) =>
      guard.checkLine({
        host: '127.0.0.1:1',
        origin: 'http://127.0.0.1:1',
        'sec-websocket-protocol': offerKeys({ token, session: 'session' }).join(', '),
      })?.status ?? null,
  });
}

describe('the guard', () => {
  it('compares every token in the same time: whole, of one length, and nothing else looks at it', () => {
    const { check, token } = guardAt();
    const guesses = [
      '',
      'x',
      token.slice(0, -1),
      `${token}x`,
      `x${token.slice(1)}`,
      'y'.repeat(10_000),
      token,
    ];
    expect(guesses.map(check)).toEqual([401, 401, 401, 401, 401, 401, null]);
    expect(compared).toHaveBeenCalledTimes(guesses.length);
    for (const [given, expected] of compared.mock.calls)
      expect([given.byteLength, expected.byteLength]).toEqual([digestBytes, digestBytes]);
  });

  it('compares the token of a line like any other, and counts wrong ones of both together', () => {
    const { check, checkLine, token } = guardAt();
    const guesses = ['', 'x', token.slice(0, -1), `${token}x`, 'y'.repeat(10_000), token];
    expect(guesses.map(checkLine)).toEqual([401, 401, 401, 401, 401, null]);
    expect(compared).toHaveBeenCalledTimes(guesses.length);
    for (let turn = 0; turn < 15; turn += 1) check('wrong');
    expect([checkLine('wrong'), check('wrong'), checkLine(token)]).toEqual([429, 429, null]);
  });

  it('makes another token every time, long enough not to be guessed', () => {
    const tokens = Array.from({ length: 50 }, () => createGuard(1, () => 0).token);
    expect(new Set(tokens).size).toBe(50);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(digestBytes);
  });

  it('slows down after twenty wrong ones within a minute, forgets them after it, and never stops the right one', () => {
    const guard = guardAt();
    const wrong = (count: number) => Array.from({ length: count }, () => guard.check('wrong'));
    expect(wrong(20)).toEqual(Array.from({ length: 20 }, () => 401));
    expect(wrong(3)).toEqual([429, 429, 429]);
    expect(guard.check(guard.token)).toBeNull();
    guard.now = 59_999;
    expect(wrong(1)).toEqual([429]);
    guard.now = 60_001;
    expect(wrong(1)).toEqual([401]);
  });

  it('costs no more for a flood of guesses', () => {
    const guard = guardAt();
    const steps = vi.spyOn(Array.prototype, 'filter');
    for (let turn = 0; turn < 5_000; turn += 1) guard.check('wrong');
    const longest = Math.max(...steps.mock.contexts.map((list) => (list as unknown[]).length));
    steps.mockRestore();
    expect(longest).toBeLessThan(30);
    expect(guard.check('wrong')).toBe(429);
  });
});
