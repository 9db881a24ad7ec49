import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEcho } from '../../../renderer/editor/echo.ts';

describe('the echo of typing', () => {
  it('is known however many letters are under way, also when some come back together', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 30 }), (steps) => {
        const echo = createEcho();
        let typed = 0;
        let back = 0;
        for (const step of steps) {
          typed += 1;
          echo.told('x'.repeat(typed));
          if (step === 0) continue;
          back = Math.min(typed, back + step);
          expect(echo.isOwn('x'.repeat(back))).toBe(true);
        }
      }),
    );
  });

  it('lets a change from elsewhere through, also one that goes back to a text typed before', () => {
    const echo = createEcho();
    echo.told('a');
    echo.told('ab');
    expect(echo.isOwn('from a form')).toBe(false);
    expect(echo.isOwn('ab')).toBe(true);
    expect(echo.isOwn('a')).toBe(false);
    expect(echo.isOwn('ab')).toBe(false);
  });
});
