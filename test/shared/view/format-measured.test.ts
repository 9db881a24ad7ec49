import { describe, expect, it } from 'vitest';
import { type DisplayUnit, displayUnit } from '#shared/view/display-unit.ts';
import {
  formatError,
  formatMeasured,
  formatMeasuredRange,
  formatMeasuredShare,
} from '#shared/view/format-measured.ts';

const plain: DisplayUnit = { factor: 1, label: '', prefix: '', suffix: '' };

describe('a range with its sampling error', () => {
  it.each([
    [0, '3.38–5.00\u202fGW'],
    [2, '3.38–5.00\u202fGW'],
    [40, '3.4–5.0\u202fGW'],
    [400, '3–5\u202fGW'],
  ])('of %d MW is written %s', (error, text) => {
    expect(formatMeasuredRange(3378, 5000, error, 'MW')).toBe(text);
  });

  it('never has more than three digits', () => {
    expect(formatMeasuredRange(221.34e9, 1020.4e9, 1, 'USD')).toBe('$0.22–1.02T');
    expect(formatMeasuredRange(221.34e6, 998.4e6, 30e6, 'USD')).toBe('$220–1,000M');
  });
});

describe('a figure with its sampling error', () => {
  it.each([
    [4.9183, 0.034, '4.9'],
    [4.9183, 0.0034, '4.92'],
    [4.9183, 0.01, '4.92'],
    [1234, 56, '1,200'],
    [1234, 0.9, '1,234'],
    [-1234, 5600, '0'],
    [-8234, 560, '\u22128,000'],
    [0.04, 1, '0'],
    [123456.789, 1e-9, '123,457'],
    [4.9183, 0, '4.92'],
    [Number.NaN, 1, '–'],
  ])('%d ± %d is written %s', (value, error, text) => {
    expect(formatMeasured(value, error, plain)).toBe(text);
  });

  it('never shows a digit finer than the error, nor drops one that is coarser', () => {
    for (let step = 1; step < 400; step += 1) {
      const value = Math.sin(step) * 10 ** (step % 7);
      const error = Math.abs(value) * 10 ** (-1 - (step % 30) / 10);
      const written = Number(formatMeasured(value, error, plain).replace('\u2212', '-').replaceAll(',', ''));
      const place = 10 ** Math.round(Math.log10(error));
      const finest = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 5);
      expect(Math.abs(written - value)).toBeLessThanOrEqual((Math.max(place, finest) / 2) * (1 + 1e-9));
      const steps = written / Math.max(place, finest);
      expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6);
    }
  });

  it('follows the unit that the figure is shown in', () => {
    expect(formatMeasured(18.34e9, 0.4e9, displayUnit('USD', 18e9))).toBe('$18B');
    expect(formatMeasured(18.34e9, 0.04e9, displayUnit('USD', 18e9))).toBe('$18.3B');
    expect(formatError(0.0423e9, displayUnit('USD', 18e9))).toBe('±$0.042B');
    expect(formatError(0, plain)).toBe('±0');
  });

  it('writes a share that no draw shows as the bound it is', () => {
    expect(formatMeasuredShare(0, 3 / 10_000 / 1.96)).toBe('under 0.030\u202f%');
    expect(formatMeasuredShare(1, 3 / 1000 / 1.96)).toBe('over 99.7\u202f%');
    expect(formatMeasuredShare(1, 3 / 10_000 / 1.96)).toBe('over 99.97\u202f%');
    expect(formatMeasuredShare(0.1234, 0.004)).toBe('12\u202f%');
    expect(formatMeasuredShare(0.1234, 0.0004)).toBe('12.3\u202f%');
  });
});
