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
