import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseText } from '#shared/scenario/text/parse.ts';
import { surveyText } from '#shared/scenario/text/survey.ts';
import { plain } from './plain.ts';

fc.configureGlobal({ seed: 20261120 });

const pieces = fc.constantFrom(
  '{ a: ',
  '}',
  '[',
  ']',
  '(',
  ')',
  ', ',
  ': ',
  '- ',
  '"',
  "'",
  '#',
  ' # ',
  '\n',
  '\r\n',
  '  ',
  'pert(1, 2, 3)',
  'oneof($4B: 1, $8B: 3)',
  'key: ',
  '|\n  ',
  'text',
  '\ue000',
  '\ue001',
  ', at most 10 GW',
);
const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

function read(text: string) {
  const { tree, problems } = parseText('f', text);
  expect(problems).toEqual([]);
  return tree === null ? null : plain(tree);
}

describe('surveyText', () => {
  it('keeps every offset and can be undone', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { prepared, restore } = surveyText(text);
        expect(prepared.length).toBe(text.length);
        expect(restore(prepared)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('replaces nothing but commas and colons', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { prepared } = surveyText(text);
        const changed = [...text].filter((char, i) => char !== prepared[i]);
        expect(changed.filter((char) => char !== ',' && char !== ':')).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('lets quantities with commas and colons stand inside braces', () => {
    expect(
      read(
        'p: { slip: pert(0, 3, 18) months, n: oneof($4B: 1, $8B: 3), ceiling: 5 to 9 GW, at most 10 GW, z: 1 }',
      ),
    ).toEqual({
      p: {
        slip: 'pert(0, 3, 18) months',
        n: 'oneof($4B: 1, $8B: 3)',
        ceiling: '5 to 9 GW, at most 10 GW',
        z: '1',
      },
    });
  });

  it('lets a choice stand after a colon', () => {
    expect(read('paid: oneof($4B: 1, $8B: 3)')).toEqual({ paid: 'oneof($4B: 1, $8B: 3)' });
  });

  it('leaves brackets alone that do not pair on their line', () => {
    expect(read('{ note: see (a, b: c }')).toEqual({ note: 'see (a', b: 'c' });
    expect(read('{ note: "(", b: ")" }')).toEqual({ note: '(', b: ')' });
  });

  it('is not led astray by quotes and brackets inside literal text or remarks', () => {
    expect(read('a: |\n  "open (\nb: pert(1, 2, 3) x # it\'s (a\nc: { d: normal(1, 2) }\n')).toEqual({
      a: '"open (\n',
      b: 'pert(1, 2, 3) x',
      c: { d: 'normal(1, 2)' },
    });
  });

  it('takes an apostrophe inside a word for what it is', () => {
    expect(read("note: the customer's (own, other) view\nb: { c: beta(1, 2) }")).toEqual({
      note: "the customer's (own, other) view",
      b: { c: 'beta(1, 2)' },
    });
  });
});
