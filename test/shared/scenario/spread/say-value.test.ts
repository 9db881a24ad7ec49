import { describe, expect, it } from 'vitest';
import type { Dimension } from '#shared/scenario/quantity/quantity.ts';
import { readSpread } from '#shared/scenario/spread/read-spread.ts';
import { sayValue } from '#shared/scenario/spread/say-value.ts';

const start = { year: 2026, month: 4 };

describe('sayValue', () => {
  it.each<[string, Dimension, number, string]>([
    ['pert(0, 3, 18) months', 'duration', 5.1234, '5.12 months'],
    ['uniform(5, 7) years', 'duration', 75, '6.25 years'],
    ['30 to 60 %', 'share', 0.44444, '44.4 %'],
    ['$5B to $9B', 'money', 6.7123e9, '$6.71B'],
    ['uniform(-$5B, $5B)', 'money', -4e9, '-$4B'],
    ['uniform(2026-07, 2027-06)', 'date', 8.4, '2026-12'],
    ['reported', 'money', 4.5e9, '$4.5B'],
    ['5 GW', 'power', Number.NaN, '–'],
  ])('says in the unit of %s (%s) %f as %s', (text, dimension, value, expected) => {
    const spread = readSpread(text, dimension, start);
    expect(spread && sayValue(spread, value)).toBe(expected);
  });
});
