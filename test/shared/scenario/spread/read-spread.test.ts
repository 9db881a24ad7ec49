import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '#shared/engine/distribution/quantile.ts';
import { parseQuantity } from '#shared/scenario/quantity/parse-quantity.ts';
import type { Dimension } from '#shared/scenario/quantity/quantity.ts';
import { readSpread } from '#shared/scenario/spread/read-spread.ts';
import { writtenQuantities } from '../../../support/arbitrary-quantity.ts';

const start = { year: 2026, month: 4 };

/** Family and numbers of a text, each by its name. */
function apart(text: string, dimension: Dimension) {
  const spread = readSpread(text, dimension, start);
  return {
    family: spread?.family,
    numbers: spread?.parameters.filter(({ lead }) => lead === null).map(({ key, value }) => [key, value]),
  };
}

describe('readSpread', () => {
  it('takes apart whatever the reader reads, each number at its place and the bounds that could be added', () => {
    fc.assert(
      fc.property(writtenQuantities, ({ text, dimension }) => {
        const parsed = parseQuantity(text, dimension, { start });
        const spread = readSpread(text, dimension, start);
        fc.pre(parsed.ok);
        expect(spread, text).not.toBeNull();
        const places = spread?.parameters ?? [];
        places.forEach(({ from, to }, at) => {
          expect(from).toBeGreaterThanOrEqual(places[at - 1]?.to ?? 0);
          expect(to).toBeLessThanOrEqual(text.length);
        });
      }),
      { seed: 20261121, numRuns: 2000 },
    );
  });

  it('gives the numbers the reader makes its distribution from', () => {
    fc.assert(
      fc.property(writtenQuantities, ({ text, dimension }) => {
        const parsed = parseQuantity(text, dimension, { start });
        fc.pre(parsed.ok && !text.includes(', at '));
        const spread = readSpread(text, dimension, start);
        if (!parsed.ok || spread === null) throw new Error(text);
        const value = (key: string) => spread.parameters.find((one) => one.key === key)?.value ?? Number.NaN;
        const { distribution } = parsed.value;
        const at = (probability: number) => quantile(distribution, probability);
        const close = (actual: number, expected: number) =>
          expect(Math.abs(actual / expected - 1), text).toBeLessThan(1e-9);
        if (distribution.kind === 'constant') close(value('value'), distribution.value);
        if (spread.family === 'interval' || spread.family === 'lognormal') {
          close(value('p5'), at(0.05));
          close(value('p95'), at(0.95));
        }
        if (distribution.kind === 'normal') close(value('sd'), distribution.sd);
        if ('low' in distribution) {
          close(value('low'), distribution.low);
          close(value('high'), distribution.high);
        }
        if ('mode' in distribution) close(value('mode'), distribution.mode);
      }),
      { seed: 20261121, numRuns: 2000 },
    );
  });

  it.each<[string, Dimension, string, [string, number][]]>([
    ['up to 5 GW', 'power', 'fixed', [['value', 5000]]],
    [
      '5 to 9 GW',
      'power',
      'interval',
      [
        ['p5', 5000],
        ['p95', 9000],
      ],
    ],
    [
      '$5 to 9B',
      'money',
      'interval',
      [
        ['p5', 5e9],
        ['p95', 9e9],
      ],
    ],
    [
      'pert(0, 3, 18) months',
      'duration',
      'pert',
      [
        ['low', 0],
        ['mode', 3],
        ['high', 18],
      ],
    ],
    [
      'pert(6 months, 1 year, 2 years)',
      'duration',
      'pert',
      [
        ['low', 6],
        ['mode', 12],
        ['high', 24],
      ],
    ],
    [
      'normal(2027-04, 3 months)',
      'date',
      'normal',
      [
        ['mean', 12],
        ['sd', 3],
      ],
    ],
    [
      'uniform(2026-07, 2027-06)',
      'date',
      'uniform',
      [
        ['low', 3],
        ['high', 14],
      ],
    ],
    [
      'beta(2, 5)',
      'share',
      'beta',
      [
        ['alpha', 2],
        ['beta', 5],
      ],
    ],
    ['chance(30 %)', 'probability', 'chance', [['chance', 0.3]]],
    [
      'oneof($4B: 1, $8B: 3)',
      'money',
      'oneof',
      [
        ['value', 4e9],
        ['weight', 1],
        ['value', 8e9],
        ['weight', 3],
      ],
    ],
    [
      '5 to 9 GW, at most 10',
      'power',
      'interval',
      [
        ['p5', 5000],
        ['p95', 9000],
        ['at-most', 10000],
      ],
    ],
    ['20:1', 'multiple', 'fixed', [['value', 20]]],
    ['reported', 'money', 'reported', []],
  ])('reads %s', (text, dimension, family, numbers) => {
    expect(apart(text, dimension)).toEqual({ family, numbers });
  });

  it('takes numbers apart that contradict one another, so that they can be mended', () => {
    expect(apart('pert(18, 3, 0) months', 'duration').numbers).toEqual([
      ['low', 18],
      ['mode', 3],
      ['high', 0],
    ]);
  });

  it('gives nothing for what cannot be read', () => {
    for (const text of ['', 'five', 'pert(1, 2', '5 bananas', '5 to', 'poisson(3)']) {
      expect(readSpread(text, 'power', start), text).toBeNull();
    }
  });
});
