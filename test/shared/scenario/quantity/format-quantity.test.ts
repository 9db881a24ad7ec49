import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensions } from '#shared/scenario/quantity/dimensions.ts';
import { formatQuantity, plainDecimal } from '#shared/scenario/quantity/format-quantity.ts';
import { parseQuantity } from '#shared/scenario/quantity/parse-quantity.ts';
import type { Dimension } from '#shared/scenario/quantity/quantity.ts';

fc.configureGlobal({ seed: 20261120 });

const start = { year: 2026, month: 4 };
const numbers = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.integer({ min: -1e12, max: 1e12 }),
  fc.double({ min: -1e15, max: 1e15, noNaN: true }),
  fc.double({ min: -1, max: 1, noNaN: true }),
);

describe('formatQuantity', () => {
  it('writes what reads back as exactly the same number', () => {
    const written = dimensions.filter((dimension) => dimension !== 'date');
    fc.assert(
      fc.property(numbers, fc.constantFrom(...written), (value, dimension) => {
        const text = formatQuantity(value, dimension);
        const parsed = parseQuantity(text, dimension, { start });
        expect(parsed, text).toMatchObject({ ok: true });
        if (parsed.ok) expect(parsed.value.distribution).toEqual({ kind: 'constant', value: value + 0 });
      }),
      { numRuns: 3000 },
    );
  });

  it('writes dates to the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -900, max: 900 }), fc.integer({ min: 1, max: 28 }), (month, day) => {
        const whole = formatQuantity(month, 'date', start);
        const text = day === 1 ? whole : `${whole}-${String(day).padStart(2, '0')}`;
        const parsed = parseQuantity(text, 'date', { start });
        if (!parsed.ok || parsed.value.distribution.kind !== 'constant') throw new Error(text);
        expect(formatQuantity(parsed.value.distribution.value, 'date', start)).toBe(text);
      }),
    );
  });

  it.each<[number, Dimension, string]>([
    [100e9, 'money', '$100B'],
    [2.5e6, 'money', '$2.5M'],
    [999, 'money', '$999'],
    [-5e9, 'money', '-$5B'],
    [0, 'money', '$0'],
    [5000, 'power', '5 GW'],
    [500, 'power', '500 MW'],
    [0.5, 'power', '500 kW'],
    [871, 'chip-power', '871 W'],
    [18, 'duration', '18 months'],
    [60, 'duration', '5 years'],
    [12, 'duration', '1 year'],
    [1, 'duration', '1 month'],
    [0, 'duration', '0 months'],
    [0.35, 'share', '35 %'],
    [0.12, 'rate-per-year', '12 %/year'],
    [1.2, 'multiple', '1.2x'],
    [1299e12, 'compute', '1299 TFLOP/s'],
    [500_000, 'chips', '500k chips'],
    [1, 'chips', '1 chip'],
    [2.235, 'money-per-chip-hour', '$2.235/chip-hour'],
    [35e6, 'money-per-power', '$35B/GW'],
    [Number.NaN, 'money', '–'],
  ])('writes %d as an analyst would', (value, dimension, text) => {
    expect(formatQuantity(value, dimension)).toBe(text);
  });
});

describe('plainDecimal', () => {
  it('is the same number, without an exponent where that is short', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(plainDecimal(value))).toBe(value + 0);
        const size = Math.abs(value);
        if (size > 1e-8 && size < 1e23) expect(plainDecimal(value)).not.toContain('e');
      }),
    );
  });
});
