import fc from 'fast-check';

/** Values as they may be written, with the text they are read as. */
const values = fc.constantFrom(
  '$8B',
  '5 to 9 GW',
  '"quoted, with: marks # and all"',
  "'it''s'",
  'pert(0, 3, 18) months',
  '{ amount: $5B, on: 2026-04 }',
  '{a: 1,   b: [x, y]}',
  '[ one, two ]',
  '{ first: { power: 1 GW, slip: pert(0, 3, 18) months }, second: { power: 2 GW } }',
  '{}',
  '|\n    literal\n      text',
  '',
);

const remarks = fc.constantFrom('', '', '  # remark', '   # it\'s "one", {really}');
const between = fc.constantFrom('', '', '\n', '# a line of its own\n', '  # an indented one\n');

const keys = fc.uniqueArray(
  fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'rainier', 'two words', 'x-1'),
  {
    minLength: 1,
    maxLength: 5,
  },
);

const entries = fc.tuple(keys, fc.array(fc.tuple(values, remarks, between), { minLength: 5, maxLength: 5 }));

function lines([names, rest]: [string[], [string, string, string][]], indent: string): string {
  return names
    .map((name, i) => {
      const [value = '', remark = '', gap = ''] = rest[i] ?? [];
      const isLiteral = value.startsWith('|');
      const written = isLiteral
        ? `|${remark}${value.slice(1).replaceAll('\n    ', `\n${indent}    `)}`
        : value + remark;
      return `${gap}${indent}${name}: ${written}\n`;
    })
    .join('');
}

/** Scenario-like texts with remarks, empty lines, quotes, braces, literal text and either kind of line ending. */
export const documents = fc
  .record({
    top: entries,
    inner: entries,
    items: fc.array(values, { maxLength: 3 }),
    isWindows: fc.boolean(),
    hasEnd: fc.boolean(),
  })
  .map(({ top, inner, items, isWindows, hasEnd }) => {
    const list = items
      .filter((item) => !item.startsWith('|'))
      .map((item) => `  - ${item}\n`)
      .join('');
    const text = `# head\n${lines(top, '')}deals:   # section\n  aws:\n${lines(inner, '    ')}${list === '' ? '' : `list:\n${list}`}`;
    const ended = hasEnd || text.trimEnd().length + 1 !== text.length ? text : text.trimEnd();
    return isWindows ? ended.replaceAll('\n', '\r\n') : ended;
  });

/** Texts that a person may type into a field. */
export const typed = fc.oneof(
  fc.constantFrom(
    '$9B',
    '5 to 9 GW, at most 10 GW',
    'oneof($4B: 1, $8B: 3)',
    'a: b',
    '# no remark',
    "it's",
    '"',
    '{',
    '- x',
    'null',
    '~',
    '',
    ' x ',
    'yes',
    '*x',
    '&x',
    '!x',
    '%',
    '@',
    '[1',
    'a, b',
    'x #y',
    'two\nlines',
    'tab\there',
    'é – ü',
    '=slip',
    '>= 3',
    '? x',
    'a:',
    ':a',
    '|',
    '>',
  ),
  fc.string({
    unit: fc.constantFrom(
      'a',
      ' ',
      ':',
      ',',
      '#',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      '-',
      '\\',
      '(',
      ')',
      '\n',
      '%',
    ),
    maxLength: 8,
  }),
);
