import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDuration,
  formatMoney,
  formatNumber,
  formatPower,
  formatQuantity,
  formatRatio,
  formatRound,
  formatShare,
  formatWhen,
  noAnswer,
} from '#shared/view/format.ts';
import { formatMeasuredRange } from '#shared/view/format-measured.ts';

const thin = '\u202f';

describe('formatNumber', () => {
  it('reads back as the number it wrote, to the decimals it wrote', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, decimals) => {
          const text = formatNumber(value, decimals).replaceAll(',', '').replace('\u2212', '-');
          expect(Number(text)).toBeCloseTo(value, decimals - 0.31);
        },
      ),
    );
  });

  it('never writes minus zero, and a dash where there is no answer', () => {
    expect(formatNumber(-0.0001, 1)).toBe('0.0');
    expect(formatNumber(Number.NaN, 2)).toBe(noAnswer);
    expect(formatNumber(-1234.5, 1)).toBe('\u22121,234.5');
  });
});

describe('quantities', () => {
  it('chooses the multiple of the unit by the size of the value', () => {
    expect(formatMoney(18e9)).toBe('$18.0B');
    expect(formatMoney(-2.5e6)).toBe('\u2212$2.50M');
    expect(formatPower(4920)).toBe(`4.92${thin}GW`);
    expect(formatPower(150)).toBe(`150${thin}MW`);
    expect(formatQuantity(2.2, 'USD')).toBe('$2.20');
    expect(formatQuantity(0.231, '1')).toBe(`23.1${thin}%`);
    expect(formatQuantity(5.6, '1', 'ratio')).toBe('5.60×');
    expect(formatQuantity(3e21, 'FLOP/s')).toBe(`3.00${thin}ZFLOP/s`);
    expect(formatQuantity(2e9, 'USD/GW-year')).toBe('$2.00B per GW-year');
  });

  it('writes stated round numbers without false digits', () => {
    expect(formatRound(100e9, 'USD')).toBe('$100B');
    expect(formatRound(5000, 'MW')).toBe(`5${thin}GW`);
    expect(formatRound(2500, 'MW')).toBe(`2.50${thin}GW`);
  });

  it('writes both ends of a range in one unit', () => {
    expect(formatMeasuredRange(900, 6000, 0, 'MW')).toBe(`0.90–6.00${thin}GW`);
    expect(formatMeasuredRange(330e9, 528e9, 0, 'USD')).toBe('$330–528B');
  });

  it('writes shares, ratios, durations and dates as an analyst does', () => {
    expect(formatShare(0.23)).toBe(`23${thin}%`);
    expect(formatShare(0.042)).toBe(`4.2${thin}%`);
    expect(formatRatio(5.56)).toBe('5.6:1');
    expect(formatRatio(20)).toBe('20:1');
    expect(formatDuration(1)).toBe('1 month');
    expect(formatDuration(56)).toBe('4.7 years');
    expect(formatDuration(24)).toBe('2 years');
    const start = { year: 2026, month: 4 };
    expect(formatWhen(1, start, {})).toBe('Apr 2026');
    expect(formatWhen(1, start, { isBeginning: true })).toBe('May 2026');
    expect(formatWhen(Number.NaN, start, {})).toBe(noAnswer);
  });
});
