import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words and values of the format, as they are met in files, for texts made of them. */
export interface Dictionary {
  readonly texts: readonly string[];
  readonly keys: readonly string[];
  readonly values: readonly string[];
}

/** What honest files do not hold: numbers beyond all bounds, names with a meaning to the machine, ways out, broken signs. */
export const hostileValues: readonly string[] = [
  '1e999',
  '-1e999',
  '1e-999',
  '9'.repeat(400),
  `0.${'0'.repeat(400)}1`,
  'NaN',
  '.nan',
  '.inf',
  '-.inf',
  'Infinity',
  '1e308 GW',
  '-1e308 months',
  '1e300 years',
  'normal(0, 1e308)',
  'lognormal(1e308, 1e308)',
  'pert(3, 2, 1)',
  'uniform(1, 1)',
  'oneof($1B: 0, $2B: 0)',
  'oneof()',
  '=__proto__',
  '=1/0',
  '=0/0',
  '=a + a',
  '=max()',
  `=${'('.repeat(40)}1${')'.repeat(40)}`,
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  '../../etc/passwd',
  '/etc/passwd.scenario.yaml',
  'C:\\windows\\x.scenario.yaml',
  'file:///etc/passwd',
  'https://example.com/x.scenario.yaml',
  'x.scenario.yaml/../../y.yaml',
  '\\\\host\\share',
  '0000-00',
  '9999-99',
  '2026-02-30',
  '-2026-01',
  '999999999999-01',
  '*a',
  '&a x',
  '!!js/function "x"',
  '!!binary x',
  '<<: *a',
  '|',
  '>-',
  '"\\u0000"',
  '"\\ud800"',
  '\u202e123',
  '\u200b',
  '\u{e0041}',
  '\u{1f600}',
  '％１２',
  '',
  '~',
  'null',
  'true',
  '[]',
  '{}',
  '[[[[[]]]]]',
  '{ __proto__: { polluted: yes } }',
  '{ constructor: { prototype: { polluted: yes } } }',
];

/** Gathers the dictionary from the shipped scenarios. */
export function gatherDictionary(folder: string): Dictionary {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.ya?ml$/.test(name),
  );
  const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'));
  const keys = new Set<string>(['__proto__', 'constructor', 'extends', 'use']);
  const values = new Set<string>();
  for (const text of texts) {
    for (const [, key] of text.matchAll(/([\w-]+):(?=\s)/g)) keys.add(key ?? '');
    for (const [, value] of text.matchAll(/:[ \t]+([^\s{}[\],#][^{}[\],#\n]{0,40})/g))
      values.add((value ?? '').trim());
  }
  return { texts, keys: [...keys], values: [...values] };
}
