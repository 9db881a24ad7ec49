import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDocument } from '#shared/scenario/edit/format-document.ts';
import { insertEntry } from '#shared/scenario/edit/insert-entry.ts';
import { removeEntry } from '#shared/scenario/edit/remove-entry.ts';
import { renameKey } from '#shared/scenario/edit/rename-key.ts';
import { setScalar } from '#shared/scenario/edit/set-scalar.ts';
import type { EditOutcome } from '#shared/scenario/edit/text-edit.ts';
import { findNode } from '#shared/scenario/text/find.ts';
import type { MapNode, Node } from '#shared/scenario/text/node.ts';
import { parseText } from '#shared/scenario/text/parse.ts';
import type { Plain } from '../text/plain.ts';
import { plain } from '../text/plain.ts';
import { documents, typed } from './documents.ts';

fc.configureGlobal({ seed: 20261120 });

function treeOf(text: string): MapNode {
  const { tree, problems } = parseText('', text);
  if (tree === null || problems.length > 0) throw new Error(`${JSON.stringify(problems)}\n${text}`);
  return tree;
}

interface Spot {
  readonly keys: readonly string[];
  readonly node: Node;
  readonly isEntry: boolean;
}

/** Every place of a tree with its keys. */
function spots(node: Node, keys: readonly string[] = [], isEntry = false): readonly Spot[] {
  const own = { keys, node, isEntry };
  if (node.kind === 'scalar') return [own];
  const children =
    node.kind === 'map'
      ? node.entries.map(({ key, value }) => spots(value, [...keys, key], true))
      : node.items.map((item, i) => spots(item, [...keys, `[${i + 1}]`]));
  return [own, ...children.flat()];
}

function pick<T>(items: readonly T[], at: number): T {
  const item = items[at % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function changed(outcome: EditOutcome): string {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value.text;
}

/** A tree without places in which one spot is replaced (or, with undefined, removed). */
function replaced(tree: Plain, keys: readonly string[], value: Plain | undefined): Plain {
  const [key, ...rest] = keys;
  if (key === undefined) return value ?? null;
  if (Array.isArray(tree)) {
    return tree.map((item, i) => (`[${i + 1}]` === key ? replaced(item, rest, value) : item));
  }
  const copy = { ...(tree as Record<string, Plain>) };
  if (rest.length === 0 && value === undefined) delete copy[key];
  else copy[key] = replaced(copy[key] ?? {}, rest, value);
  return copy;
}

/** The text outside the splices is untouched, and the splices give the result. */
function onlySplices(text: string, outcome: EditOutcome): void {
  if (!outcome.ok) return;
  let rebuilt = '';
  let done = 0;
  for (const { from, to, insert } of outcome.value.edits) {
    expect(from).toBeGreaterThanOrEqual(done);
    rebuilt += text.slice(done, from) + insert;
    done = to;
  }
  expect(rebuilt + text.slice(done)).toBe(outcome.value.text);
}

function lineEndings(text: string): readonly string[] {
  return [...new Set(text.match(/\r?\n/g) ?? [])];
}

describe('setScalar', () => {
  it('writes what is read back, and nothing else changes', () => {
    fc.assert(
      fc.property(documents, typed, fc.nat(), (text, value, at) => {
        const tree = treeOf(text);
        const scalars = spots(tree).filter(({ node }) => node.kind === 'scalar');
        fc.pre(scalars.length > 0);
        const { keys } = pick(scalars, at);
        const outcome = setScalar(text, keys, value);
        const after = changed(outcome);
        expect(plain(treeOf(after))).toEqual(replaced(plain(tree), keys, value));
        onlySplices(text, outcome);
        expect(outcome.ok ? outcome.value.edits.length : 0).toBe(1);
        expect(lineEndings(after)).toEqual(lineEndings(text));
      }),
      { numRuns: 600 },
    );
  });

  it('and writing the old value again gives the old text, where it was plain', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (text, at) => {
        const isPlain = ({ node }: Spot) =>
          node.kind === 'scalar' &&
          node.text !== '' &&
          text.slice(node.place.from, node.place.to) === node.text;
        const candidates = spots(treeOf(text)).filter(isPlain);
        fc.pre(candidates.length > 0);
        const { keys, node } = pick(candidates, at);
        const there = changed(setScalar(text, keys, '"strange": value'));
        expect(changed(setScalar(there, keys, node.kind === 'scalar' ? node.text : ''))).toBe(text);
      }),
    );
  });

  it('gives a long value a new value and leaves where it comes from', () => {
    const text = 'a: { value: $8B, source: x }  # why\n';
    expect(changed(setScalar(text, 'a', '$9B'))).toBe('a: { value: $9B, source: x }  # why\n');
  });

  it('keeps quotes that somebody chose, and drops those that only the old value needed', () => {
    const text = `a: { v: "uniform(1, 2) GW", w: '5 GW' }\nb: '"x": y'\n`;
    expect(changed(setScalar(text, 'a.v', 'uniform(1, 3) GW'))).toBe(text.replace('2) GW', '3) GW'));
    expect(changed(setScalar(text, 'a.w', '6 GW'))).toBe(text.replace("'5 GW'", "'6 GW'"));
    expect(changed(setScalar(text, 'b', '6 GW'))).toBe(text.replace(`'"x": y'`, '6 GW'));
    expect(changed(setScalar('a: "5 GW"\n', 'a', 'it is "5": so'))).toBe('a: "it is \\"5\\": so"\n');
  });

  it('writes a removal', () => {
    expect(changed(setScalar('a: 5 # x\n', 'a', null))).toBe('a: null # x\n');
  });
});

describe('insertEntry and removeEntry', () => {
  const maps = (tree: MapNode) =>
    spots(tree).filter(({ node }) => node.kind === 'map' && node.entries.length > 0);

  it('add one entry, and removing it gives the old text', () => {
    fc.assert(
      fc.property(
        documents,
        fc.constantFrom('$5B', '{ power: 1 GW }', 'a: b', ''),
        fc.nat(),
        (text, value, at) => {
          const tree = treeOf(text);
          const { keys } = pick(maps(tree), at);
          const outcome = insertEntry(text, keys, 'added', value);
          const after = changed(outcome);
          onlySplices(text, outcome);
          const added = findNode(treeOf(after), [...keys, 'added'])?.node;
          expect(replaced(plain(treeOf(after)), [...keys, 'added'], undefined)).toEqual(plain(tree));
          expect(added?.kind).toBe(value.startsWith('{') ? 'map' : 'scalar');
          const back = changed(removeEntry(after, [...keys, 'added']));
          expect(back.replace(/\r?\n$/, '')).toBe(text.replace(/\r?\n$/, ''));
        },
      ),
      { numRuns: 600 },
    );
  });

  it('remove any entry and leave everything else', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (text, at) => {
        const tree = treeOf(text);
        const hasSiblings = ({ keys, isEntry }: Spot) => {
          const around = findNode(tree, keys.slice(0, -1))?.node;
          return isEntry && around?.kind === 'map' && around.entries.length > 1;
        };
        const candidates = spots(tree).filter(hasSiblings);
        fc.pre(candidates.length > 0);
        const { keys } = pick(candidates, at);
        const outcome = removeEntry(text, keys);
        onlySplices(text, outcome);
        expect(plain(treeOf(changed(outcome)))).toEqual(replaced(plain(tree), keys, undefined));
      }),
      { numRuns: 600 },
    );
  });

  it('make the maps that are missing on the way, in the style around them', () => {
    expect(
      changed(insertEntry('title: V\nextends: b.yaml\n', 'deals.aws.capacity', 'slip', '3 months')),
    ).toBe(
      'title: V\nextends: b.yaml\n\ndeals:\n  aws:\n    capacity:\n      slip: 3 months\n'.replace(
        '\n\n',
        '\n',
      ),
    );
    expect(changed(insertEntry('deals: { aws: { x: 1 } }', 'deals.aws.capacity', 'slip', '3 months'))).toBe(
      'deals: { aws: { x: 1, capacity: { slip: 3 months } } }',
    );
    expect(changed(insertEntry('', 'deals.aws', 'slip', '3 months'))).toBe(
      'deals:\n  aws:\n    slip: 3 months\n',
    );
    expect(changed(insertEntry('a:\nb: 1\n', 'a', 'k', '2'))).toBe('a:\n  k: 2\nb: 1\n');
  });

  it('remove the maps that become empty', () => {
    expect(changed(removeEntry('x: 1\ndeals:\n  aws:\n    slip: 3 months # s\n', 'deals.aws.slip'))).toBe(
      'x: 1\n',
    );
  });

  it('write several lines below one another', () => {
    const text = 'deals:\n    aws:\n        x: 1\n';
    expect(changed(insertEntry(text, 'deals', 'google', 'provider: G\ncapacity:\n  ceiling: 1 GW'))).toBe(
      `${text}    google:\n      provider: G\n      capacity:\n        ceiling: 1 GW\n`,
    );
  });
});

describe('renameKey', () => {
  const text = `generations:
  t2: { life: 5 years }   # first
  t3: { life: 4 years }
assumptions: { slip: { value: 3 months } }
sources: { filing: { title: F } }
deals:
  aws:
    capital:
      tranche: { amount: { value: $8B, source: filing }, when: aws.capacity.online >= 1 GW }
    capacity: { slip: =slip }
    mix: { succession: { first: t2, t3: { midpoint: 2027-03 } } }
    options:
      t3: { power: 1 GW }
      later: { generation: t3, power: 1 GW }
  other: { mix: { choice: { among: [t2, t3] } } }
correlations:
  - [ deals.aws.capacity.slip, generations.t3.life, 0.3 ]
measures:
  chips: fleet.chips.t3 + "fleet.chips.t2"
  gap: capacity.online - deals.aws.capacity.online
checks:
  - "enough: yes": chips > 0 chips and options.t3.exercised >= 0
`;

  it.each([
    [
      'generations.t3',
      'trainium3',
      [
        'trainium3: { life',
        't2, trainium3: { mid',
        'trainium3: { power',
        'generation: trainium3',
        '[t2, trainium3]',
        'generations.trainium3.life',
        'fleet.chips.trainium3',
      ],
      ['options.t3.exercised'],
    ],
    [
      'deals.aws',
      'amazon',
      ['amazon:\n', 'when: amazon.capacity', 'deals.amazon.capacity.slip', 'deals.amazon.capacity.online'],
      ['other: {'],
    ],
    ['sources.filing', '10-q', ['10-q: { title', 'source: 10-q'], []],
    ['assumptions.slip', 'delay', ['delay: { value', 'slip: =delay'], ['capacity.slip']],
    ['measures.chips', 'all chips', ['all chips: fleet', '"all chips" > 0'], ['fleet.chips.t3']],
    ['deals.aws.options.t3', 'next', ['next: { power', 'options.next.exercised'], ['fleet.chips.t3']],
    ['deals.aws.capacity', 'power', ['power: { slip', 'deals.aws.power.slip'], ['aws.capacity.online']],
  ])('%s to %s, with everything that refers to it', (path, key, appears, stays) => {
    const outcome = renameKey(text, path, key);
    const after = changed(outcome);
    onlySplices(text, outcome);
    for (const part of [...appears, ...stays]) expect(after).toContain(part);
    const keys = path.split('.');
    expect(findNode(treeOf(after), keys)).toBeNull();
    const back = changed(renameKey(after, [...keys.slice(0, -1), key], keys.at(-1) ?? ''));
    const words = (written: string) => JSON.stringify(plain(treeOf(written))).replaceAll('\\"', '');
    expect(words(back)).toBe(words(text));
  });

  it('of any key keeps the value and everything around it', () => {
    fc.assert(
      fc.property(
        documents,
        fc.constantFrom('new', 'new name', 'a: b', "it's", 'true', '5'),
        fc.nat(),
        (text, key, at) => {
          const tree = treeOf(text);
          const { keys, node } = pick(
            spots(tree).filter(({ isEntry }) => isEntry),
            at,
          );
          const outcome = renameKey(text, keys, key);
          const after = treeOf(changed(outcome));
          onlySplices(text, outcome);
          const found = findNode(after, [...keys.slice(0, -1), key])?.node;
          expect(found === undefined ? undefined : plain(found)).toEqual(plain(node));
          expect(findNode(after, keys)).toBeNull();
        },
      ),
    );
  });
});

describe('formatDocument', () => {
  it('keeps the meaning and every remark, and has nothing left to do afterwards', () => {
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 6 }), (text, width) => {
        const wide = text.replaceAll(/^( +)(?=[^ #])/gm, (blanks) => ' '.repeat((blanks.length / 2) * width));
        const { tree: before, problems } = parseText('', wide);
        fc.pre(problems.length === 0 && before !== null);
        const after = changed(formatDocument(wide));
        expect(plain(treeOf(after))).toEqual(before === null ? null : plain(before));
        const remarks = (lines: string) => lines.match(/# .*/g)?.map((line) => line.trim());
        expect(remarks(after)).toEqual(remarks(wide));
        expect(changed(formatDocument(after))).toBe(after);
        expect(after).toMatch(/[^\n]\r?\n$/);
      }),
      { numRuns: 400 },
    );
  });

  it('indents by two, trims ends, joins empty lines, and leaves alignment and literal text alone', () => {
    const text =
      '\n\ntitle: x   \n\n\ndeals:\n      aws:\n            a:   1  # one\n            # two\n            bcd: |\n              text  \n\n              more\n      other:\n      - x: 1\n        y: 2\n      -   z\n\n\n';
    expect(changed(formatDocument(text))).toBe(
      'title: x\n\ndeals:\n  aws:\n    a:   1  # one\n    # two\n    bcd: |\n      text  \n\n      more\n  other:\n    - x: 1\n      y: 2\n    -   z\n',
    );
  });
});

describe('refusals', () => {
  const text = 'a: &x { b: 1 }\nc: *x\nd: [1]\ne: 2\n';

  it.each<[string, EditOutcome, string]>([
    ['a place that is not there', setScalar(text, 'q', '1'), 'not-found'],
    ['a map as a value', setScalar(text, 'a', '1'), 'not-writable'],
    ['a value shared by reference', setScalar(text, 'c.b', '1'), 'shared'],
    ['a key in a shared map', insertEntry(text, 'c', 'k', '1'), 'shared'],
    ['a key that exists', insertEntry(text, 'a', 'b', '1'), 'exists'],
    ['a key in a value', insertEntry(text, 'e', 'k', '1'), 'not-a-map'],
    ['a key in a list', insertEntry(text, 'd', 'k', '1'), 'not-a-map'],
    ['the removal of a list item', removeEntry(text, 'd[1]'), 'not-found'],
    ['the removal of nothing', removeEntry(text, 'q'), 'not-found'],
    ['a name in use', renameKey(text, 'a', 'e'), 'exists'],
    ['an empty name', renameKey(text, 'a', ' '), 'not-writable'],
    ['a text with faults', setScalar('a: [1\nb: 2', 'b', '3'), 'unreadable'],
    ['formatting a text with faults', formatDocument('a: [1\nb: 2'), 'unreadable'],
  ])('name %s', (_, outcome, code) => {
    expect(outcome).toMatchObject({ ok: false, error: { code } });
    expect(outcome.ok ? '' : outcome.error.message).toMatch(/\w{4}/);
  });

  it('do not hinder replacing the reference itself', () => {
    expect(changed(setScalar('a: &x 1\nc: *x\n', 'c', '2'))).toBe('a: &x 1\nc: 2\n');
  });
});
