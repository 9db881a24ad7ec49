import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setPeriodEnd } from '#shared/scenario/edit/set-period-end.ts';

const months = fc
  .record({ year: fc.integer({ min: 2024, max: 2060 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`);

describe('setPeriodEnd', () => {
  it('writes one end and leaves the other, the blanks between them and all around', () => {
    fc.assert(
      fc.property(months, months, months, fc.constantFrom('from', 'to'), (from, to, next, end) => {
        const around = (words: string) => `a:\n  window: ${words}   # guess\n  b: 1\n`;
        const result = setPeriodEnd(around(`${from}  to ${to}`), `a.window.${end}`, next);
        const words = end === 'from' ? `${next}  to ${to}` : `${from}  to ${next}`;
        expect(result.ok && result.value.text).toBe(around(words));
      }),
      { seed: 20261121 },
    );
  });

  it('finds nothing where there is no such period', () => {
    for (const [text, path] of [
      ['a: 5\n', 'a.from'],
      ['a: { from: 2026-04, to: 2026-05 }\n', 'a.from'],
      ['a: 2026-04 to 2026-05\n', 'b.from'],
      ['a: 2026-04 to 2026-05\n', 'a.end'],
    ] as const) {
      const result = setPeriodEnd(text, path, '2026-06');
      expect(result.ok ? null : result.error.code, text).toBe('not-found');
    }
  });
});
