import { describe, expect, it } from 'vitest';
import { inspectScenario } from '#shared/scenario/read.ts';
import { entryOf, findNode } from '#shared/scenario/text/find.ts';
import type { Node } from '#shared/scenario/text/node.ts';
import { parseText } from '#shared/scenario/text/parse.ts';
import type { CentralPath } from './central-path.ts';
import { centralPath } from './central-path.ts';
import { readme, sourceOf, textOf } from './library.ts';
import { tableRows } from './markdown-table.ts';
import { writtenNumber } from './written-number.ts';

const columns = ['seed', 'figure or claim', 'scenario', 'key or measure', 'value', 'contradicted, or remark'];
const rows = tableRows(readme, columns).map(
  ([seed = '', claim = '', file = '', carrier = '', value = '', remark = '']) => ({
    seed,
    claim,
    file,
    carrier: carrier.replaceAll('`', ''),
    value,
    remark,
  }),
);

const seeds = [
  '000_b57895ef15244039.txt',
  '001_19dfa432b743cd6a.txt',
  '002_5f1921a2ead030b1.txt',
  '003_abb96b131d0470f9.txt',
  '004_7c2260656fe9aef1.txt',
];

/** Every figure that an article prints, noted while reading it; the table must say each in a claim of that article or as its value. */
const printed: Readonly<Record<string, readonly string[]>> = {
  '000_b57895ef15244039.txt': [
    '2026-04-21',
    '$5B',
    '$100B',
    '20:1',
    '2023',
    '$1.25B',
    'September 2023',
    '$4B',
    '$9B',
    '2035',
  ],
  '001_19dfa432b743cd6a.txt': [
    ...[
      '$5B',
      '$13B',
      '$100B',
      '10 years',
      '5 GW',
      'Trainium2',
      'Trainium3',
      'Trainium4',
      'December',
      'Graviton',
    ],
    ...['$800B', '$25B', 'April 2026', 'two months', '$110B', '$50B', '$730B'],
  ],
  '002_5f1921a2ead030b1.txt': [
    ...[
      '$5B',
      '$100B',
      'twenty times',
      '$4B',
      'September 2023',
      'February 2025',
      '$107B',
      '2024',
      'launched in 2023',
    ],
    ...[
      '$13B',
      '2019',
      'November 2023',
      'nine-figure',
      '2021',
      '$100M',
      '$1.1B',
      'June 2024',
      '$6B',
      '12-24 months',
    ],
    ...['2024', '$2B', 'early 2024', 'five-to-ten-year', 'three companies'],
  ],
  '003_abb96b131d0470f9.txt': [
    '$5B',
    '$100B',
    '20:1',
    '$4B',
    'September 2023',
    'thousands of GPUs',
    '$13B',
    'three-way',
  ],
  '004_7c2260656fe9aef1.txt': [
    ...[
      '$33B',
      '20 April',
      '$25B',
      '$8B',
      '$5B',
      '$20B',
      '$100B',
      '10 years',
      '5 GW',
      '100,000',
      'Trainium',
      'Graviton',
    ],
  ],
};

const paths = new Map<string, CentralPath>();

function pathOf(file: string): CentralPath {
  const known = paths.get(file) ?? centralPath(sourceOf(file));
  paths.set(file, known);
  return known;
}

function treeOf(file: string): Node {
  const tree = file.endsWith('.scenario.yaml')
    ? inspectScenario(sourceOf(file)).tree
    : parseText(file, textOf(file)).tree;
  if (tree === null) throw new Error(`${file} has no tree`);
  return tree;
}

function nodeAt(file: string, key: string): Node {
  const found = findNode(treeOf(file), key);
  if (found === null) throw new Error(`${file} has no ${key}`);
  return found.node;
}

/** The words of a value, written short or long, without the qualifier that softens it. */
function wordsOf(node: Node): string {
  const value = node.kind === 'map' ? entryOf(node, 'value')?.value : node;
  if (value?.kind !== 'scalar') return '';
  return value.text.replace(/^(up to|more than|at least|about|nearly) /, '');
}

function reportedWords(file: string, key: string): string[] {
  const list = nodeAt(file, `${key}.reported`);
  return list.kind === 'list' ? list.items.map(wordsOf) : [];
}

describe('the table of figures and claims', () => {
  it('names every article, each with its main figures', () => {
    for (const seed of seeds) {
      expect(rows.filter((row) => row.seed === seed).length, seed).toBeGreaterThanOrEqual(17);
    }
    expect(rows.filter((row) => !seeds.includes(row.seed))).toEqual([]);
  });

  it.each(Object.entries(printed))('leaves out no figure that %s prints', (seed, figures) => {
    const told = rows.filter((row) => row.seed === seed).map(({ claim, value }) => `${claim} | ${value}`);
    expect(figures.filter((figure) => !told.some((words) => words.includes(figure)))).toEqual([]);
  });

  it.each(rows)('$file carries "$claim" at $carrier', ({ file, carrier, value }) => {
    const measure = /^(?<id>\S+) at (?<month>\d{4}-\d{2}|end)$/.exec(carrier)?.groups;
    if (measure !== undefined) {
      const actual = pathOf(file).value(measure.id ?? '', measure.month ?? '');
      expect(actual).not.toBeNaN();
      if (value === '–') return;
      const stated = writtenNumber(value);
      expect(Math.abs(actual - stated.value), `${actual} against ${value}`).toBeLessThanOrEqual(
        stated.halfDigit,
      );
    } else if (carrier.startsWith('check: ')) {
      expect([...pathOf(file).checks.keys()]).toContain(carrier.slice('check: '.length));
    } else if (carrier.endsWith(' reported')) {
      expect(reportedWords(file, carrier.slice(0, -' reported'.length))).toContain(value);
    } else {
      const node = nodeAt(file, carrier);
      if (value !== '–') expect(wordsOf(node)).toBe(value);
    }
  });
});
