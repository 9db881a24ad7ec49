import { mutateText } from '../../support/mutate-text.ts';
import { type Dictionary, hostileValues } from './dictionary.ts';

/** A source of chance: the same numbers for the same seed. */
export type Random = () => number;

const longestText = 2_500;

function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}

function value(words: Dictionary, random: Random): string {
  return random() < 0.75 ? pick(words.values, random) : pick(hostileValues, random);
}

/** Makes a text after the grammar of the format: maps and lists, by lines and in brackets, of known and of hostile words. */
export function makeText(words: Dictionary, random: Random): string {
  const lines: string[] =
    random() < 0.9 ? [random() < 0.9 ? 'offtake: 1' : 'offtake: 0', `title: ${value(words, random)}`] : [];
  if (random() < 0.8) lines.push('start: 2026-01', 'horizon: 24 months', 'seed: 7');
  const grow = (indent: number, depth: number): void => {
    const entries = 1 + Math.floor(random() * 5);
    for (let entry = 0; entry < entries && lines.length < 60; entry += 1) {
      const space = ' '.repeat(indent);
      const key = pick(words.keys, random);
      const kind = random();
      if (depth < 5 && kind < 0.4) {
        lines.push(`${space}${key}:`);
        grow(indent + 2, depth + 1);
      } else if (kind < 0.55) lines.push(`${space}${key}: ${brackets(words, random, 0)}`);
      else if (kind < 0.62) lines.push(`${space}- ${value(words, random)}`);
      else lines.push(`${space}${key}: ${value(words, random)}`);
    }
  };
  grow(0, 0);
  return lines.join('\n').slice(0, longestText);
}

function brackets(words: Dictionary, random: Random, depth: number): string {
  const count = Math.floor(random() * 4);
  const inner = (): string =>
    depth < 3 && random() < 0.3 ? brackets(words, random, depth + 1) : value(words, random);
  const isList = random() < 0.4;
  const parts = Array.from({ length: count }, () =>
    isList ? inner() : `${pick(words.keys, random)}: ${inner()}`,
  );
  return isList ? `[ ${parts.join(', ')} ]` : `{ ${parts.join(', ')} }`;
}

/** Takes a piece of an honest text, small enough to be read in a moment. */
export function honestPiece(words: Dictionary, random: Random): string {
  const lines = pick(words.texts, random).split('\n');
  if (random() < 0.5) return lines.slice(0, 10 + Math.floor(random() * 40)).join('\n');
  const from = Math.floor(random() * lines.length);
  return [...lines.slice(0, 8), ...lines.slice(from, from + 25)].join('\n');
}

const operators = [
  '+',
  '-',
  '*',
  '/',
  '^',
  '<',
  '<=',
  '>',
  '>=',
  '=',
  '!=',
  'and',
  'or',
  'not',
  ',',
  '.',
  ':',
  '%',
];
const atoms = [
  '1',
  '0',
  '-1',
  '1e308',
  '1e-308',
  'NaN',
  '$4B',
  '5 GW',
  '12 months',
  '2026-01',
  'a',
  'b.c',
  'capacity.online',
  'at',
  'if',
  'max',
  'min',
  'sum',
  '"x"',
  "'",
  '(',
  ')',
  '()',
  '[',
  '∞',
  '√',
  '__proto__',
  'constructor',
];

/** Makes a formula of operators, atoms and brackets that may or may not belong together. */
export function makeExpression(words: Dictionary, random: Random): string {
  const count = 1 + Math.floor(random() ** 2 * 40);
  let text = '';
  for (let part = 0; part < count; part += 1) {
    const kind = random();
    if (kind < 0.35) text += ` ${pick(operators, random)} `;
    else if (kind < 0.75) text += pick(atoms, random);
    else if (kind < 0.85) text += '('.repeat(1 + Math.floor(random() * 4));
    else if (kind < 0.95) text += ')'.repeat(1 + Math.floor(random() * 4));
    else text += value(words, random);
    if (random() < 0.3) text += ' ';
  }
  return random() < 0.2 ? mutateText(text, random) : text;
}

/** Makes plain data of any shape, as a stranger might send it. */
export function makeData(words: Dictionary, random: Random, depth = 0): unknown {
  const kind = random();
  if (depth < 4 && kind < 0.2) {
    return Array.from({ length: Math.floor(random() * 5) }, () => makeData(words, random, depth + 1));
  }
  if (depth < 4 && kind < 0.45) {
    const entries = Array.from({ length: Math.floor(random() * 5) }, (): [string, unknown] => [
      random() < 0.15
        ? pick(['__proto__', '$array', '$number', '$$array', 'constructor', ''], random)
        : pick(words.keys, random),
      makeData(words, random, depth + 1),
    ]);
    // Own keys of these names, as a reader of JSON makes them.
    return JSON.parse(
      `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${JSON.stringify(each) ?? 'null'}`).join(',')}}`,
    );
  }
  if (kind < 0.6) return value(words, random);
  if (kind < 0.8) return pick([0, -0, 1, -1, 0.5, 2 ** 31, 2 ** 53, 1e308, -1e308, 1e-320], random);
  if (kind < 0.9) return pick([null, true, false, ''], random);
  return 'x'.repeat(Math.floor(random() * 300));
}
