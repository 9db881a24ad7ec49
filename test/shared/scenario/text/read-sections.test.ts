import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Node } from '#shared/scenario/text/node.ts';
import { readSections } from '#shared/scenario/text/read-sections.ts';
import { readYaml } from '#shared/scenario/text/read-yaml.ts';
import { surveyText } from '#shared/scenario/text/survey.ts';

const folder = 'scenarios';
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** What reading a text as a whole gives; null where it has a fault. */
function readWhole(text: string): Node | null {
  const survey = surveyText(text);
  if (survey.tooDeepAt !== null) return null;
  const { root, problems } = readYaml('f', text, survey, 1);
  return problems.length > 0 ? null : root;
}

/** Whether the parts were put together to what the whole is; parts that cannot be may always be refused. */
function expectSame(text: string): boolean {
  const parts = readSections('f', text);
  if (parts !== null) expect(parts).toEqual(readWhole(text));
  return parts !== null;
}

const pieces = fc.constantFrom(
  ...[
    '"',
    "'",
    ': ',
    ':\n',
    '\n',
    '\n\n',
    '\n  ',
    '\n    ',
    '# ',
    ' # x\n',
    '- ',
    '\n- ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '|',
    '>-\n',
    '? ',
  ],
  ...[
    '&a ',
    '*a',
    '---\n',
    '...\n',
    '%',
    '!t ',
    '\t',
    '\r\n',
    'null',
    '~',
    'name:',
    'name: 1\n',
    'a',
    '0',
    '<<: ',
    '\ufeff',
    '(',
    ')',
  ],
);
const change = fc.record({ at: fc.nat(), drop: fc.nat({ max: 12 }), put: pieces });
const line = fc.record({
  indent: fc.constantFrom(0, 0, 2, 2, 4, 6, 1),
  words: fc.constantFrom(
    ...[
      'a:',
      'b:',
      'c: 1',
      'd: [1, 2]',
      'e: {x: 1}',
      'f: |',
      'g: >-',
      '- 1',
      '- h: 2',
      '# remark',
      '',
      'plain',
      'i: "q',
      'q"',
      'j: &k 1',
      'l: *k',
      'm: [',
      '],',
      '}',
    ],
  ),
});

describe('readSections', () => {
  it('puts every shipped file together from its parts to the very tree of the whole', () => {
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => !expectSame(text))).toEqual([]);
  });

  it('gives what the whole gives, or nothing, however a shipped file is changed, and change after change', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (original, changes) => {
          let text = original;
          for (const { at, drop, put } of changes) {
            const from = at % (text.length + 1);
            text = text.slice(0, from) + put + text.slice(from + drop);
            if (expectSame(text)) taken += 1;
          }
        },
      ),
      { numRuns: 400, seed: 20261121 },
    );
    // A law of what is taken by parts says nothing when nothing is.
    expect(taken).toBeGreaterThan(200);
  });

  it('gives what the whole gives, or nothing, for lines of any kind and indentation', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 10 }), (lines) => {
        const text = lines.map(({ indent, words }) => `${' '.repeat(indent)}${words}`).join('\n');
        if (expectSame(text)) taken += 1;
      }),
      { numRuns: 20_000, seed: 20261121 },
    );
    expect(taken).toBeGreaterThan(200);
  });

  it('keeps two files with the same text apart', () => {
    const text = 'a: 1\nb:\n  c: 2\n';
    const files = ['one', 'two'].map((file) => readSections(file, text)?.entries[0]?.value.place.file);
    expect(files).toEqual(['one', 'two']);
  });

  it('takes from memory all but the entry an edit lies in, also of a text of thousands of entries', () => {
    const entry = (at: number, value: number) => `  name-${at}: { value: ${value} GW }\n`;
    const text = (last: number) =>
      `title: long  # a remark\nassumptions:  # what nobody knows\n${Array.from({ length: 5000 }, (_, at) =>
        entry(at, at === 4321 ? last : at),
      ).join('')}`;
    const entriesOf = (of: string) => {
      const assumptions = readSections('long', of)?.entries[1]?.value;
      return assumptions?.kind === 'map' ? assumptions.entries : [];
    };
    const before = entriesOf(text(1111));
    const after = entriesOf(text(2222));
    const anew = after.flatMap(({ key, value }, at) => (value === before[at]?.value ? [] : [key]));
    expect(before).toHaveLength(5000);
    expect(anew).toEqual(['name-4321']);
  });
});
