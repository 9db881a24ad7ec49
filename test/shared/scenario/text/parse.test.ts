import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textLimits } from '#shared/scenario/text/limits.ts';
import { parseText } from '#shared/scenario/text/parse.ts';
import { nodesOf, plain } from './plain.ts';

fc.configureGlobal({ seed: 20261120 });

function codes(text: string): readonly string[] {
  return parseText('f', text).problems.map(({ code }) => code);
}

function value(text: string) {
  const { tree, problems } = parseText('f', text);
  expect(problems).toEqual([]);
  return tree === null ? null : plain(tree);
}

describe('parseText', () => {
  it('keeps scalars as they were written', () => {
    const written = [
      '2026-04',
      '1_000',
      '1e3',
      'yes',
      '0x10',
      '=slip',
      '12 %/year',
      '20:1',
      '1.0',
      '.inf',
      '$8B',
    ];
    for (const text of written) expect(value(`a: ${text}`)).toEqual({ a: text });
  });

  it('takes null, ~ and nothing for the removal of a key, but not a quoted null', () => {
    expect(value('a: null\nb: ~\nc:\nd: "null"\ne: { f, g: }')).toEqual({
      a: null,
      b: null,
      c: null,
      d: 'null',
      e: { f: null, g: null },
    });
  });

  it('reads the same with a byte order mark and with Windows line ends', () => {
    const text = 'a: 1\nb:\n  c: [2, 3]\n  d: |\n    x\n    y\n';
    expect(value(`\ufeff${text}`)).toEqual(value(text));
    expect(value(text.replaceAll('\n', '\r\n'))).toEqual(value(text));
  });

  it('tells for each node the part of the text it came from', () => {
    const text = 'a: { b: "x y", c: [1, 2 GW] }  # remark\nd: plain words\n';
    const { tree } = parseText('file', text);
    const shown = tree === null ? [] : nodesOf(tree).map(({ place }) => text.slice(place.from, place.to));
    expect(shown).toEqual([
      text.trimEnd(),
      '{ b: "x y", c: [1, 2 GW] }',
      '"x y"',
      '[1, 2 GW]',
      '1',
      '2 GW',
      'plain words',
    ]);
  });

  it('keeps __proto__ and constructor as ordinary keys', () => {
    const { tree } = parseText('f', '__proto__: { polluted: yes }\nconstructor: 1\n');
    expect(tree?.entries.map(({ key }) => key)).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it('resolves references, each to the latest value of that name before it', () => {
    expect(value('a: &x { b: 1 }\nc: *x\nd: &x 2\ne: [*x, *x]')).toEqual({
      a: { b: '1' },
      c: { b: '1' },
      d: '2',
      e: ['2', '2'],
    });
  });

  it('keeps what could be read of a broken text', () => {
    const { tree, problems } = parseText('f', 'a: 1\nb: { c: 2\n');
    expect(problems).toHaveLength(1);
    expect(tree === null ? null : plain(tree)).toMatchObject({ a: '1' });
  });

  it('has no tree and one problem where there is no map', () => {
    for (const text of ['', ' \n', '# only a remark\n', '- a\n- b', 'just words', '"x"', '---\n']) {
      const { tree, problems } = parseText('f', text);
      expect(tree).toBeNull();
      expect(problems).toHaveLength(1);
    }
  });
});

describe('the limits', () => {
  it('allows the deepest nesting and refuses one level more', () => {
    const nested = (levels: number) => `a: ${'['.repeat(levels - 1)}1${']'.repeat(levels - 1)}`;
    expect(codes(nested(textLimits.depth - 1))).toEqual([]);
    expect(codes(nested(textLimits.depth + 1))).toEqual(['too-deep']);
    const indented = (levels: number) =>
      Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
    expect(codes(indented(textLimits.depth - 1))).toEqual([]);
    expect(codes(indented(textLimits.depth + 1))).toEqual(['too-deep']);
  });

  it('refuses a file of more than a million characters before reading it', () => {
    expect(codes('#'.repeat(textLimits.characters))).toEqual(['empty-file']);
    expect(codes('#'.repeat(textLimits.characters + 1))).toEqual(['file-too-large']);
  });

  it('refuses a file of more pieces than can be read while somebody types, and takes the largest honest one', () => {
    const honest = Array.from(
      { length: 5_000 },
      (_, line) => `key-${line}: { value: 1 GW, source: "a, b" } # why`,
    );
    expect(codes(honest.join('\n'))).toEqual([]);
    const pieces = (count: number) => `a: [${'1,'.repeat(count - 3)}]`;
    expect(codes(pieces(textLimits.pieces))).toEqual([]);
    expect(codes(pieces(textLimits.pieces + 1))).toEqual(['too-many-pieces']);
    for (const piece of [
      '{}',
      '[]',
      '[',
      ':',
      ', ',
      '"',
      '\n',
      '? a\n',
      '- \n',
      '!a ',
      '&a ',
      '*a ',
      '%a\n',
      '|\n',
      "''",
    ]) {
      const text = piece.repeat(Math.floor(textLimits.characters / piece.length));
      expect(codes(text), piece).toEqual(['too-many-pieces']);
    }
  });

  it('does not unfold references that multiply', () => {
    const rows = ['a0: &a0 [1,1,1,1,1,1,1,1,1,1]'];
    for (let i = 1; i < 9; i++) {
      const refs = Array.from({ length: 10 }, () => `*a${i - 1}`).join(',');
      rows.push(`a${i}: &a${i} [${refs}]`);
    }
    const { problems } = parseText('f', rows.join('\n'));
    expect(problems.map(({ code }) => code)).toContain('too-many-references');
  });

  it('refuses a reference to the value it stands in', () => {
    expect(codes('a: &x [1, *x]')).toEqual(['unknown-reference']);
  });

  it.each([
    ['brackets', '['],
    ['braces', '{'],
    ['brackets after a key', 'k: ['],
    ['dashes', '- '],
    ['question marks', '? '],
    ['quotes', '"'],
    ['single quotes', "'"],
    ['round brackets', '('],
    ['colons', ': '],
    ['keys on one line', 'a: '],
    ['marks', '&a '],
    ['references', '*a '],
    ['tags', '!x '],
    ['documents', '---\n'],
    ['instructions', '%x\n'],
    ['pairs', '{}'],
    ['literal texts', '|\n'],
    ['the same key', 'a:\n'],
    ['tabs', '\t'],
    ['escapes', '"\\'],
  ])('answers 5,000 %s with problems, not with a crash', (_, unit) => {
    const { problems } = parseText('f', unit.repeat(5000));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(3 * textLimits.problems);
  });
});

const sample = `offtake: 1   # version
title: "Amazon – Anthropic, April 2026"
start: 2026-04
generations:
  trainium2: { available: 2024-12, peak: { fp8: 1299 TFLOP/s }, price: { list: $2.235/chip-hour, decline: 5 to 25 %/year } }
deals:
  aws:
    capital: &capital
      paid-in: { amount: $8B, source: x, reported: [ { value: $4B }, { value: $8B } ] }
    note: |
      two lines
      of text
    capacity: { slip: pert(0, 3, 18) months, ceiling: 5 GW }
  other: { capital: *capital, name: 'it''s' }
checks:
  - floor: deals.aws.billed.cumulative at end >= $100B
`;

describe('mutated texts', () => {
  const strange = [
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '-',
    '#',
    '"',
    "'",
    '\t',
    '\n',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '\0',
    '\ud800',
    '(',
    ')',
    '?',
    ' ',
    '\r',
    '---\n',
    '<<: ',
    '\ufeff',
  ];
  const change = fc.record({
    at: fc.nat(sample.length),
    remove: fc.nat(12),
    insert: fc.oneof(fc.constantFrom(...strange), fc.string({ maxLength: 3 }), fc.constant('')),
    isRepeat: fc.boolean(),
  });

  it('are read, or get at least one problem with a place inside the text (10,000 of them)', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let text = sample;
        for (const { at, remove, insert, isRepeat } of changes) {
          const piece = isRepeat ? insert + text.slice(at, at + remove) : insert;
          text = text.slice(0, at) + piece + text.slice(isRepeat ? at : at + remove);
        }
        const { tree, problems } = parseText('f', text);
        if (tree === null) expect(problems.length).toBeGreaterThan(0);
        const lines = text.split('\n');
        for (const { from, to, line, column, message, severity, code } of problems) {
          expect(severity).toBe(code === 'deceptive-character' ? 'warning' : 'error');
          expect(message.length).toBeGreaterThan(10);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        }
        for (const { place } of tree === null ? [] : nodesOf(tree)) {
          expect(place.from).toBeLessThanOrEqual(place.to);
          expect(place.to).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 10_000, seed: 20261120 },
    );
  });

  it('lose no key and no word in silence', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
        let text = sample;
        for (const { at, remove, insert } of changes)
          text = text.slice(0, at) + insert + text.slice(at + remove);
        const { tree, problems } = parseText('f', text);
        if (tree === null || problems.length > 0) return;
        // Every word outside remarks is found in some key or value.
        const kept = JSON.stringify(plain(tree)).replaceAll('\\n', ' ');
        const words = withoutRemarks(text).match(/[A-Za-z]{5,}/g) ?? [];
        for (const word of words) expect(kept).toContain(word);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});

/** Cuts remarks the way YAML knows them, and marks and references, which are not content. */
function withoutRemarks(text: string): string {
  return text.replace(/(^|\s)#.*$/gm, '').replace(/[&*!%]\S*/g, '');
}
