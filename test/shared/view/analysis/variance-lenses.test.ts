import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InputNote, RankEffects } from '#shared/view/analysis/answers.ts';
import { varianceLenses } from '#shared/view/analysis/variance-lenses.ts';

const id = 'deal.scenario.yaml';
const info = {
  id: 'spend.billed.cumulative',
  label: 'Billed spend, cumulative',
  unit: 'USD',
  kind: 'stock',
  meaning: '',
  formula: '',
} as const;
const about = { info, start: { year: 2026, month: 1 }, months: 12 };

interface Input {
  readonly key: string;
  readonly share: number;
  /** Its line, or null where it stands in another file. */
  readonly line: number | null;
  /** Where on the line it begins. */
  readonly column?: number;
}

const width = 20;
const source = { id, text: `${'x'.repeat(width - 1)}\n`.repeat(40) };

function answer(
  inputs: readonly Input[],
  tied: readonly (readonly string[])[] = [],
  at = about.months - 1,
): RankEffects {
  const numbers = Float64Array.from(inputs, ({ share }) => share);
  return {
    method: 'rank',
    of: info.id,
    at,
    tied,
    runs: 10_000,
    months: new Int32Array(),
    shares: new Float64Array(),
    rank: numbers,
    standardError: numbers,
    contribution: numbers,
    inputs: inputs.map(({ key, line, column = 4 }): InputNote => {
      const from = (line ?? 0) * width + column;
      const place = { file: line === null ? 'base.scenario.yaml' : id, from, to: from + 3 };
      const common = { dimension: 'money', text: '', isDecision: false, isUncertain: true } as const;
      return { key, label: key, place, ...common, central: 1, low: 0, high: 2, limits: null };
    }),
  };
}

const titles = (...given: Parameters<typeof answer>): string[] =>
  varianceLenses(about, answer(...given), source).map(({ title }) => title.replaceAll('\u202f', ' '));

describe('lenses of variance', () => {
  it('stand at every place of this file whose inputs drive 1 % together, in the order of the text, and nowhere else', () => {
    const input = fc.record({
      key: fc.string({ minLength: 1, maxLength: 8 }),
      share: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(Number.NaN, 0.01, 0.0099)),
      line: fc.option(fc.nat(39), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(input, { maxLength: 30 }), (inputs) => {
        const byLine = new Map<number, number>();
        for (const { line, share } of inputs) {
          if (line !== null && share >= 0) byLine.set(line, (byLine.get(line) ?? 0) + share);
        }
        const expected = [...byLine]
          .filter(([, share]) => share >= 0.01)
          .map(([line]) => line * width + 4)
          .sort((one, other) => one - other);
        expect(varianceLenses(about, answer(inputs), source).map(({ from }) => from)).toEqual(expected);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('name share and figure', () => {
    expect(titles([{ key: 'slip', share: 0.42, line: 3 }])).toEqual([
      'drives 42 % of the variance of Billed spend, cumulative',
    ]);
  });

  it('name the month where it is not the last', () => {
    expect(titles([{ key: 'slip', share: 0.42, line: 3 }], [], 5)).toEqual([
      'drives 42 % of the variance of Billed spend, cumulative at the end of Jun 2026',
    ]);
  });

  it('name the inputs where two stand on one line, and only there', () => {
    expect(
      titles([
        { key: 'low', share: 0.3, line: 3, column: 2 },
        { key: 'high', share: 0.2, line: 3, column: 9 },
        { key: 'alone', share: 0.1, line: 4 },
      ]).map((title) => title.split(' of the variance')[0]),
    ).toEqual(['low: drives 30 %', 'high: drives 20 %', 'drives 10 %']);
  });

  it('add up what is written once and used more often', () => {
    expect(
      titles([
        { key: 'first', share: 0.006, line: 3 },
        { key: 'second', share: 0.006, line: 3 },
      ]).map((title) => title.split(' of the variance')[0]),
    ).toEqual(['drives 1.2 %']);
  });

  it('warn of correlated inputs, whose shares cannot be told apart', () => {
    const [tied, free] = titles(
      [
        { key: 'slip', share: 0.3, line: 3 },
        { key: 'draw', share: 0.3, line: 5 },
      ],
      [['slip', 'price']],
    );
    expect(tied).toContain('; correlated');
    expect(free).not.toContain('correlated');
  });
});
