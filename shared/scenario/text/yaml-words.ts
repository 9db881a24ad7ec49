import type { YAMLError } from 'yaml';

/** A fault of the YAML reader in the words of somebody who writes scenarios. */
export interface YamlFault {
  readonly code: string;
  readonly message: string;
  readonly expected: string;
}

/** Says in plain words what the YAML reader stumbled over; `near` is the text at that place. */
export function inPlainWords(error: YAMLError, near: string): YamlFault {
  const shown = near === '' ? 'the end of the text' : `"${near}"`;
  const words = byMessage.find(({ says }) => says.test(error.message))?.words ?? byCode[error.code];
  if (words !== undefined) return { ...words, message: words.message.replaceAll('NEAR', () => shown) };
  return {
    code: 'bad-syntax',
    message: `The text cannot be read here (${shown}). Check quotes, brackets, colons and indentation.`,
    expected: 'a line such as "power: 1 GW"',
  };
}

/** Says that a value is followed by lines indented beneath it, which YAML would join to it. */
export function valueRunsOn(near: string): YamlFault {
  return {
    code: 'bad-indent',
    message: `"${near}" is already a value, yet the next line is indented beneath it. Align that line, or remove the value.`,
    expected: 'names of one map below one another, in the same column',
  };
}

const nestedColon: YamlFault = {
  code: 'two-colons',
  message:
    'NEAR has a second colon followed by a space. Put the value in quotes, or start a new, indented line.',
  expected: 'one "name: value" per line',
};

const openBracket: YamlFault = {
  code: 'open-bracket',
  message: 'A bracket is not closed before NEAR. Close it with "]" or "}", or indent the lines inside it.',
  expected: 'a closing bracket',
};

const openQuote: YamlFault = {
  code: 'open-quote',
  message: 'A quote is opened and never closed. Close it with the same quote it began with.',
  expected: 'a closing quote',
};

/** Faults that share a code in the YAML reader but not a cause. */
const byMessage: readonly { readonly says: RegExp; readonly words: YamlFault }[] = [
  { says: /Missing closing/, words: openQuote },
  { says: /^Flow (?:map|sequence).*(?:must be|end with)|Expected flow .* to end/, words: openBracket },
  {
    says: /Implicit map keys need to be followed/,
    words: {
      code: 'missing-colon',
      message: 'NEAR has no colon. Every line of a map is "name: value".',
      expected: '"name: value"',
    },
  },
  {
    says: /Missing , (?:or : )?between/,
    words: {
      code: 'missing-comma',
      message: 'A comma is missing before NEAR. Separate what stands in brackets by commas.',
      expected: 'a comma',
    },
  },
  {
    says: /Comments must be separated/,
    words: {
      code: 'comment-too-close',
      message: 'A remark needs a space before its "#"; put the value in quotes if the "#" belongs to it.',
      expected: 'a space before "#"',
    },
  },
];

const byCode: Partial<Record<string, YamlFault>> = {
  BAD_INDENT: {
    code: 'bad-indent',
    message: 'The indentation of NEAR does not fit the lines around it. Align it with its neighbours.',
    expected: 'names of one map below one another, in the same column',
  },
  TAB_AS_INDENT: {
    code: 'tab',
    message: 'A tab stands where spaces are needed. Indent with spaces, two per level.',
    expected: 'spaces',
  },
  BAD_SCALAR_START: {
    code: 'bad-start',
    message: 'A value cannot begin with the first character of NEAR. Put the value in quotes.',
    expected: 'a number, a word or a text in quotes',
  },
  BAD_DQ_ESCAPE: {
    code: 'bad-escape',
    message:
      'NEAR is no escape in a text in double quotes. Write "\\\\" for a backslash, or use single quotes.',
    expected: 'an escape such as \\n, \\" or \\\\',
  },
  BLOCK_AS_IMPLICIT_KEY: nestedColon,
  BLOCK_IN_FLOW: {
    code: 'lines-in-brackets',
    message:
      'NEAR cannot stand inside brackets. Is a comma missing between two entries? Dashes and indented lines ' +
      'become [ … ] and { … } there.',
    expected: '[ … ] or { … }',
  },
  MULTILINE_IMPLICIT_KEY: {
    code: 'name-over-lines',
    message: 'NEAR: a name and its colon must stand on one line. Is a colon missing in the line above?',
    expected: '"name: value" on one line',
  },
  KEY_OVER_1024_CHARS: {
    code: 'name-too-long',
    message: 'A name before a colon may have at most 1024 characters. Is a quote or bracket not closed?',
    expected: 'a short name',
  },
  MISSING_CHAR: {
    code: 'missing-character',
    message: 'Something is missing at NEAR: a colon, a comma, a closing quote or a closing bracket.',
    expected: 'a colon, comma, quote or bracket',
  },
  MULTIPLE_DOCS: {
    code: 'second-document',
    message:
      'A second document begins here ("---"). A file holds one scenario; move the rest into its own file.',
    expected: 'one document',
  },
  TAG_RESOLVE_FAILED: {
    code: 'unknown-tag',
    message: 'NEAR is a tag, and tags are not part of this format. Remove it, or put the text in quotes.',
    expected: 'a value without a tag',
  },
  BAD_COLLECTION_TYPE: {
    code: 'unknown-tag',
    message: 'NEAR is a tag, and tags are not part of this format. Remove it, or put the text in quotes.',
    expected: 'a value without a tag',
  },
  MULTIPLE_TAGS: {
    code: 'unknown-tag',
    message: 'NEAR is a tag, and tags are not part of this format. Remove it, or put the text in quotes.',
    expected: 'a value without a tag',
  },
  BAD_ALIAS: {
    code: 'bad-reference',
    message: 'A reference is written "*name" and its target "&name"; NEAR is neither.',
    expected: '*name',
  },
  ALIAS_PROPS: {
    code: 'bad-reference',
    message: 'A reference (*name) stands alone; it cannot carry a name or tag of its own.',
    expected: '*name',
  },
  MULTIPLE_ANCHORS: {
    code: 'bad-reference',
    message: 'A value can carry one "&name" only. Remove the second.',
    expected: 'one &name',
  },
  BAD_DIRECTIVE: {
    code: 'bad-directive',
    message:
      'A line that begins with "%" is an instruction to the reader, not part of this format. Remove it.',
    expected: 'a line such as "title: …"',
  },
  UNEXPECTED_TOKEN: {
    code: 'unexpected-text',
    message: 'NEAR is not expected here. Is a comma, colon, quote or bracket missing before it?',
    expected: 'a line such as "power: 1 GW"',
  },
  BAD_PROP_ORDER: {
    code: 'bad-reference',
    message: 'A "&name" must stand directly before the value it marks.',
    expected: '&name value',
  },
  RESOURCE_EXHAUSTION: {
    code: 'too-deep',
    message: 'The text is nested too deeply to be read.',
    expected: 'at most 32 levels',
  },
};
