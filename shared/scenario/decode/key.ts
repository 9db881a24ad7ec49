import type { MapShape } from '../fields/shape.ts';
import type { Finding } from '../problem-list.ts';
import type { Entry } from '../text/node.ts';

const patterns = {
  /** Part of measure ids, so it must be readable inside a formula. */
  word: {
    pattern: /^[A-Za-z][A-Za-z0-9]*([-_][A-Za-z0-9]+)*$/,
    what: 'a word of letters, digits and dashes that begins with a letter',
  },
  label: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]*$/, what: 'letters, digits and dashes' },
  sentence: { pattern: /\S/, what: 'some words' },
  'reference-to-generation': { pattern: /\S/, what: 'the name of a generation' },
  measure: { pattern: /^[A-Za-z][\w. -]*$/, what: 'a name of letters, digits, dots and dashes' },
} as const;

/** Says what is wrong with a key of the user's own, or null. */
export function faultyKey(shape: MapShape, entry: Entry, path: string): Finding | null {
  const { pattern, what } = patterns[shape.keys];
  if (pattern.test(entry.key)) return null;
  const replacement = suggestion(entry.key, shape.keys === 'word');
  return {
    code: 'bad-key',
    path,
    place: entry.keyPlace,
    message: `"${entry.key}" cannot name a ${shape.keyName}: it must be ${what}.`,
    met: entry.key,
    expected: what,
    fix: pattern.test(replacement) ? { title: `Change to "${replacement}"`, replacement } : undefined,
  };
}

function suggestion(key: string, mustBeginWithLetter: boolean): string {
  const dashed = key
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return mustBeginWithLetter && /^\d/.test(dashed) ? `x${dashed}` : dashed;
}
