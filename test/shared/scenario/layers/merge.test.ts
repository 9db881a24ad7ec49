import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeMaps, noNotes } from '#shared/scenario/layers/merge.ts';
import { sayTheSame } from '#shared/scenario/layers/say-the-same.ts';
import type { Entry, MapNode, Node } from '#shared/scenario/text/node.ts';
import { parseText } from '#shared/scenario/text/parse.ts';
import { nodesOf, plain } from '../text/plain.ts';

fc.configureGlobal({ seed: 20261120 });

const place = (file: string) => ({ file, from: 0, to: 0 });

function nodes(file: string, isRemoving: boolean): fc.Arbitrary<MapNode> {
  const scalar: fc.Arbitrary<Node> = fc
    .constantFrom(...(isRemoving ? ['1 GW', '2 GW', '$8B', null] : ['1 GW', '2 GW', '$8B']))
    .map((text) => ({ kind: 'scalar', place: place(file), text: text ?? '', isNull: text === null }));
  const list: fc.Arbitrary<Node> = fc
    .array(scalar, { maxLength: 2 })
    .map((items) => ({ kind: 'list', place: place(file), items }));
  const entries = (value: fc.Arbitrary<Node>): fc.Arbitrary<MapNode> =>
    fc
      .uniqueArray(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), value }), {
        selector: ({ key }) => key,
        maxLength: 4,
      })
      .map((items) => ({
        kind: 'map',
        place: place(file),
        entries: items.map(({ key, value: node }): Entry => ({ key, keyPlace: place(file), value: node })),
      }));
  const deep = fc.oneof(scalar, list, entries(fc.oneof(scalar, list)));
  return entries(fc.oneof(deep, entries(deep)));
}

/** Layers that agree on which keys hold maps, as files of one format do. */
function agreeing(file: string): fc.Arbitrary<MapNode> {
  const isMapKey = (key: string) => key === 'a' || key === 'b';
  const prune = (map: MapNode): MapNode => ({
    ...map,
    entries: map.entries.flatMap((entry) => {
      if ((entry.value.kind === 'map') !== isMapKey(entry.key)) return [];
      return [entry.value.kind === 'map' ? { ...entry, value: prune(entry.value) } : entry];
    }),
  });
  return nodes(file, false).map(prune);
}

const merge = (lower: MapNode, upper: MapNode) => mergeMaps(lower, upper, noNotes());
const same = (a: Node, b: Node) => expect(sayTheSame(a, b), JSON.stringify([plain(a), plain(b)])).toBe(true);

describe('mergeMaps', () => {
  it('over nothing, or with nothing, changes nothing', () => {
    const empty: MapNode = { kind: 'map', place: place('e'), entries: [] };
    fc.assert(
      fc.property(nodes('x', false), (map) => {
        same(merge(empty, map), map);
        same(merge(map, empty), map);
      }),
    );
  });

  it('of stacked variants does not depend on which two are joined first', () => {
    fc.assert(
      fc.property(agreeing('x'), agreeing('y'), agreeing('z'), (x, y, z) => {
        same(merge(merge(x, y), z), merge(x, merge(y, z)));
      }),
    );
  });

  it('with itself says that every value is repeated and nothing changed', () => {
    fc.assert(
      fc.property(nodes('x', false), (map) => {
        const notes = noNotes();
        same(mergeMaps(map, map, notes), map);
        const leaves = nodesOf(map).filter(({ kind }) => kind !== 'map');
        const inLists = nodesOf(map).flatMap((node) => (node.kind === 'list' ? node.items : []));
        expect(notes.dead).toHaveLength(leaves.length - inLists.length);
        expect(notes.changes).toEqual([]);
      }),
    );
  });

  it('takes every value from the upper layer where it has one, else from the lower', () => {
    fc.assert(
      fc.property(nodes('lower', false), nodes('upper', false), (lower, upper) => {
        const merged = merge(lower, upper);
        for (const key of ['a', 'b', 'c', 'd']) {
          const [l, u, m] = [lower, upper, merged].map(
            (map) => map.entries.find((entry) => entry.key === key)?.value,
          );
          if (l?.kind === 'map' && u?.kind === 'map') continue;
          expect(m).toBe(u ?? l);
        }
        const files = new Set(nodesOf(merged).map((node) => node.place.file));
        for (const file of files) expect(['lower', 'upper']).toContain(file);
      }),
    );
  });

  it('leaves no removal behind, and notes each change that was made', () => {
    fc.assert(
      fc.property(nodes('lower', false), nodes('upper', true), (lower, upper) => {
        const notes = noNotes();
        const merged = mergeMaps(lower, upper, notes);
        if (notes.changes.length === 0) same(merged, lower);
        for (const { kind, path, before, after } of notes.changes) {
          expect([before === null, after === null]).toEqual([kind === 'added', kind === 'removed']);
          expect(path).not.toBe('');
        }
        for (const { kind, beneath } of notes.dead)
          expect(beneath === null).toBe(kind === 'nothing-to-remove');
      }),
    );
  });

  it('does not let the citation of an old value stand beside a new one', () => {
    const read = (text: string) =>
      parseText('f', text).tree ?? { kind: 'map' as const, place: place('f'), entries: [] };
    const lower = read('x: { value: $8B, source: s, confidence: high, meaning: m, used-in: [a] }');
    expect(plain(merge(lower, read('x: { value: $9B, note: n }')))).toEqual({
      x: { value: '$9B', note: 'n', meaning: 'm', 'used-in': ['a'] },
    });
    expect(plain(merge(lower, read('x: { note: n }')))).toMatchObject({
      x: { value: '$8B', source: 's', note: 'n' },
    });
    expect(plain(merge(lower, read('x: $9B')))).toEqual({ x: '$9B' });
  });
});

describe('sayTheSame', () => {
  const scalar = (text: string): Node => ({ kind: 'scalar', place: place('f'), text, isNull: false });

  it.each([
    ['$100B', '$100 B'],
    ['5  GW', '5 GW'],
    ['5GW', '5 GW'],
    ['pert(0, 3,18) months', 'pert(0,3, 18) months'],
    [' a b ', 'a b'],
  ])('takes "%s" and "%s" for one', (a, b) => same(scalar(a), scalar(b)));

  it.each([
    ['5 GW', '5 MW'],
    ['ab', 'a b'],
    ['$10B', '$1 0B'],
    ['A', 'a'],
  ])('keeps "%s" and "%s" apart', (a, b) => expect(sayTheSame(scalar(a), scalar(b))).toBe(false));
});
