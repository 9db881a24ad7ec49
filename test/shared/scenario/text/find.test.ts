import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNode, findTrail } from '#shared/scenario/text/find.ts';
import { placeInside } from '#shared/scenario/text/inside.ts';
import { parseText } from '#shared/scenario/text/parse.ts';

fc.configureGlobal({ seed: 20261120 });

function treeOf(text: string) {
  const { tree } = parseText('f', text);
  if (tree === null) throw new Error('a map is expected');
  return tree;
}

const tree = treeOf('a:\n  b: { c: 1, c.d: 2 }\n  l: [x, { k: y }]\na.b: 3\nhalf of 2.5 GW: 4\n');

describe('findNode', () => {
  it.each([
    ['a.b.c', '1'],
    ['a.b.c.d', '2'],
    ['a.l[1]', 'x'],
    ['a.l[2].k', 'y'],
    ['half of 2.5 GW', '4'],
  ])('finds %s', (path, text) => {
    expect(findNode(tree, path)?.node).toMatchObject({ kind: 'scalar', text });
  });

  it('prefers the longest key, and goes back where it leads nowhere', () => {
    expect(findNode(tree, 'a.b')?.node).toMatchObject({ text: '3' });
    expect(findNode(tree, ['a', 'b'])?.node.kind).toBe('map');
  });

  it.each(['a.x', 'a.l[3]', 'a.l[0]', 'a.b.c.x', 'A', 'a.l.k'])('does not find %s', (path) => {
    expect(findNode(tree, path)).toBeNull();
  });

  it('tells the way from the top', () => {
    const trail = findTrail(tree, 'a.l[2].k') ?? [];
    expect(trail.map(({ entry }) => entry?.key ?? null)).toEqual([null, 'a', 'l', null, 'k']);
    expect(trail.map(({ parent }) => parent?.kind ?? null)).toEqual([null, 'map', 'map', 'list', 'map']);
  });
});

describe('placeInside', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '5', '%', '"', "'", '\\'), minLength: 1 });

  it('tells the very characters wherever the text stands in the file as it is read', () => {
    fc.assert(
      fc.property(words, fc.nat(20), fc.nat(20), (text, x, y) => {
        for (const file of [`k: ${text}\n`, `k: "${text}"\n`, `k: '${text}'\n`]) {
          const { tree: read, problems } = parseText('f', file);
          const node = read === null || problems.length > 0 ? undefined : findNode(read, 'k')?.node;
          if (node?.kind !== 'scalar') continue;
          const from = Math.min(x, node.text.length);
          const to = Math.min(from + y, node.text.length);
          const place = placeInside(node, file, from, to);
          const shown = file.slice(place.from, place.to);
          const isWhole = place === node.place;
          expect(isWhole || shown === node.text.slice(from, to)).toBe(true);
          // Only escapes and trimmed blanks make the whole scalar the answer.
          if (isWhole) expect(text).toMatch(/["'\\]|^ | $/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
