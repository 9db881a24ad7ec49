import { describe, expect, it } from 'vitest';
import { parseText } from '#shared/scenario/text/parse.ts';

/** Mistakes of writing, each with the line and column it is told at and the words that show it was understood. */
const mistakes: readonly (readonly [
  what: string,
  text: string,
  code: string,
  place: string,
  says: RegExp,
])[] = [
  ['an empty file', '', 'empty-file', '1:1', /offtake: 1/],
  ['a list instead of a scenario', '- a\n- b', 'not-a-map', '1:1', /names and values/],
  ['a second colon', 'a: 1\nb: c: d', 'two-colons', '2:4', /"c: d" has a second colon/],
  ['a line indented under a value', 'a: 1\n  b: 2', 'bad-indent', '1:4', /"1" is already a value/],
  ['indentation between two levels', 'a:\n    b: 1\n  c: 2', 'bad-indent', '3:1', /"c: 2"/],
  ['a tab', 'a:\n\tb: 1', 'tab', '2:1', /tab .* spaces/],
  ['a square bracket not closed', 'a: [1, 2', 'open-bracket', '1:9', /not closed/],
  ['a brace not closed', 'a: { b: 1\nc: 2', 'open-bracket', '2:1', /not closed before "c: 2"/],
  ['a bracket never opened', 'a: ]', 'unexpected-text', '1:4', /"\]"/],
  ['a double quote not closed', 'a: "x', 'open-quote', '1:6', /never closed/],
  ['a single quote not closed', "a: 'x", 'open-quote', '1:6', /never closed/],
  ['text behind a quoted value', 'a: "x" y', 'unexpected-text', '1:8', /"y"/],
  ['a comma missing in braces', 'a: { b: "1" c: 2 }', 'unexpected-text', '1:13', /comma.* missing before/],
  ['a colon missing', 'a: 1\nb\nc: 2', 'missing-colon', '2:1', /"b" has no colon/],
  ['a colon missing in the first line', 'a 1\nb: 2', 'name-over-lines', '1:1', /"a 1"/],
  ['a comma missing after a number', 'a: { b: 1 GW c: 2 }', 'lines-in-brackets', '1:9', /comma missing/],
  ['a colon missing in the last line', 'a: 1\nb 2', 'missing-colon', '2:1', /"b 2" has no colon/],
  ['a name missing', 'a: 1\n: x', 'empty-name', '2:1', /name is missing/],
  ['a name twice', 'a: 1\nb: 2\na: 3', 'duplicate-key', '3:1', /"a" is written twice/],
  ['a name twice in braces', 'a: { b: 1, b: 2 }', 'duplicate-key', '1:12', /"b" is written twice/],
  ['a value beginning with @', 'a: @x', 'bad-start', '1:4', /quotes/],
  ['a value beginning with a back quote', 'a: `x`', 'bad-start', '1:4', /quotes/],
  ['a value beginning with %', 'a: %x', 'bad-start', '1:4', /"%x"/],
  ['an escape that is none', 'a: "\\q"', 'bad-escape', '1:5', /no escape/],
  ['a tag', 'a: !money 5', 'unknown-tag', '1:4', /tags are not part/],
  ['a reference to nothing', 'a: *x', 'unknown-reference', '1:4', /"\*x" refers to nothing/],
  ['a merge key', 'a: &x { b: 1 }\nc:\n  <<: *x', 'merge-key', '3:3', /extends/],
  ['a map as a name', '? { a: 1 }\n: b', 'key-not-text', '1:3', /plain words/],
  ['a second document', 'a: 1\n---\nb: 2', 'second-document', '2:1', /second document/],
  ['an instruction to the reader', '%TAG x\n---\na: 1', 'bad-directive', '1:1', /Remove it/],
  ['a binary file', 'a: 1\n\0\0', 'control-character', '2:1', /U\+0000/],
  ['another encoding', 'title: caf\ufffd', 'control-character', '1:11', /UTF-8/],
  ['a lone carriage return', 'a: 1\rb: 2', 'control-character', '1:5', /U\+000D/],
  [
    'a mark that turns the direction of text',
    'a: 1\u202e2',
    'deceptive-character',
    '1:5',
    /U\+202E.*other than what it says/,
  ],
  ['a space without width', 'a: 1\nb\u200b: 2', 'deceptive-character', '2:2', /U\+200B/],
  ['an invisible copy of a letter', 'a: \u{e0041}', 'deceptive-character', '1:4', /U\+E0041/],
  ['a remark too close', 'a: "x"# y', 'comment-too-close', '1:7', /space before/],
  ['dashes inside braces', 'a: {\n  - b\n  }', 'lines-in-brackets', '2:3', /inside brackets/],
];

describe('mistakes of writing', () => {
  it.each(mistakes)('names %s', (_, text, code, place, says) => {
    const [first] = parseText('f', text).problems;
    expect({ code: first?.code, place: `${first?.line}:${first?.column}` }).toEqual({ code, place });
    expect(first?.message).toMatch(says);
  });

  it('says each of them in words of its own language', () => {
    const words = mistakes.map(([, text]) => parseText('f', text).problems[0]?.message ?? '');
    for (const message of words)
      expect(message).not.toMatch(/flow|scalar|collection|mapping|sequence|token|YAML/);
  });
});
