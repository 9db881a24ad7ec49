import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from '#shared/scenario/quantity/parse-quantity.ts';
import type { Dimension } from '#shared/scenario/quantity/quantity.ts';
import { addChoice, removeChoice } from '#shared/scenario/spread/choices.ts';
import { readSpread } from '#shared/scenario/spread/read-spread.ts';
import { writtenQuantities } from '../../../support/arbitrary-quantity.ts';

const start = { year: 2026, month: 4 };

function read(text: string, dimension: Dimension) {
  const spread = readSpread(text, dimension, start);
  if (spread === null) throw new Error(`cannot read ${text}`);
  return spread;
}

const choices = writtenQuantities.filter(({ text }) => text.startsWith('oneof'));

describe('choices', () => {
  it('grow by one value, and taking it out again leaves the words as they were', () => {
    fc.assert(
      fc.property(choices, ({ text, dimension }) => {
        const more = addChoice(read(text, dimension)) ?? '';
        expect(parseQuantity(more, dimension, { start }), more).toMatchObject({ ok: true });
        const values = read(more, dimension).parameters.filter(({ key }) => key === 'value');
        expect(values).toHaveLength(4);
        expect(Math.max(...values.map(({ value }) => value))).toBe(values.at(-1)?.value);
        expect(removeChoice(read(more, dimension), 3)).toBe(text);
      }),
      { seed: 20261121, numRuns: 400 },
    );
  });

  it('lose the value that is meant and no other', () => {
    fc.assert(
      fc.property(choices, fc.nat(2), ({ text, dimension }, index) => {
        const before = read(text, dimension).parameters.filter(({ key }) => key === 'value');
        const less = removeChoice(read(text, dimension), index) ?? '';
        const after = read(less, dimension).parameters.filter(({ key }) => key === 'value');
        const kept = before.filter((_, at) => at !== index).map(({ value }) => value);
        expect(after.map(({ value }) => value)).toEqual(kept);
      }),
      { seed: 20261121, numRuns: 400 },
    );
  });

  it.each<[string, Dimension, string | null]>([
    ['oneof($4B: 1, $8B: 3)', 'money', 'oneof($4B: 1, $8B: 3, $12B: 3)'],
    ['oneof(0, 6) months', 'duration', 'oneof(0, 6, 12) months'],
    ['oneof(2027-04: 60 %, 2028-04: 40 %)', 'date', 'oneof(2027-04: 60 %, 2028-04: 40 %, 2029-04: 40 %)'],
    ['pert(0, 3, 18) months', 'duration', null],
  ])('make of %s (%s) with one more: %s', (text, dimension, expected) => {
    expect(addChoice(read(text, dimension))).toBe(expected);
  });

  it('keep their last value, and nothing is taken from what is no choice', () => {
    expect(removeChoice(read('oneof($4B)', 'money'), 0)).toBeNull();
    expect(removeChoice(read('5 to 9 GW', 'power'), 0)).toBeNull();
    expect(removeChoice(read('oneof($4B: 1, $8B: 3)', 'money'), 0)).toBe('oneof($8B: 3)');
  });
});
