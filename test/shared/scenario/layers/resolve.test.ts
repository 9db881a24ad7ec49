import { describe, expect, it } from 'vitest';
import { idsNamed } from '#shared/scenario/layers/file-name.ts';
import { baseIds, companionIds } from '#shared/scenario/layers/references.ts';
import { resolveLayers } from '#shared/scenario/layers/resolve.ts';
import { findNode } from '#shared/scenario/text/find.ts';
import { plain } from '../text/plain.ts';

const catalogue = 'title: Chips\ngenerations:\n  t2: { life: 5 years }\n  t3: { life: 4 years }\n';
const base = `offtake: 1
title: Base
use: [ catalogue/chips.yaml ]
start: 2026-04
generations:
  t3: { life: 6 years }
deals:
  aws:
    amount: { value: $8B, source: filing }
    phases:
      first: { power: 1 GW }
      second: { power: 2 GW }
`;
const files = { 'base.yaml': base, 'catalogue/chips.yaml': catalogue };

function resolve(text: string, more: Record<string, string> = {}, id = 'variant.yaml') {
  return resolveLayers({ id, text, files: { ...files, ...more } });
}

describe('resolveLayers', () => {
  it('lays catalogue, base and variant on one another, each value knowing its file', () => {
    const { tree, problems, changes } = resolve(
      'offtake: 1\nextends: base.yaml\ntitle: Variant\ndeals:\n  aws:\n    phases: { second: null, third: { power: 3 GW } }\n    amount: $9B\n',
    );
    expect(problems).toEqual([]);
    if (tree === null) throw new Error('a tree is expected');
    expect(plain(tree)).toEqual({
      offtake: '1',
      extends: 'base.yaml',
      title: 'Variant',
      start: '2026-04',
      generations: { t2: { life: '5 years' }, t3: { life: '6 years' } },
      deals: { aws: { amount: '$9B', phases: { first: { power: '1 GW' }, third: { power: '3 GW' } } } },
    });
    const origin = (path: string) => findNode(tree, path)?.node.place.file;
    expect(origin('generations.t2.life')).toBe('catalogue/chips.yaml');
    expect(origin('generations.t3.life')).toBe('base.yaml');
    expect(origin('deals.aws.phases.first.power')).toBe('base.yaml');
    expect(origin('deals.aws.phases.third.power')).toBe('variant.yaml');
    expect(origin('deals.aws.amount')).toBe('variant.yaml');
    expect(changes.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      'changed title',
      'changed deals.aws.amount',
      'removed deals.aws.phases.second',
      'added deals.aws.phases.third',
    ]);
  });

  it('stacks variants', () => {
    const first =
      'extends: base.yaml\ntitle: First\ndeals: { aws: { phases: { first: { power: 5 GW } } } }\n';
    const {
      tree,
      problems,
      files: read,
    } = resolve('extends: first.yaml\ndeals: { aws: { phases: { second: { power: 7 GW } } } }\n', {
      'first.yaml': first,
    });
    expect(problems).toEqual([]);
    expect(tree === null ? null : plain(tree)).toMatchObject({
      title: 'First',
      deals: { aws: { phases: { first: { power: '5 GW' }, second: { power: '7 GW' } } } },
    });
    expect([...read].sort()).toEqual(['base.yaml', 'catalogue/chips.yaml', 'first.yaml', 'variant.yaml']);
  });

  it('gives a file that builds on nothing as it is', () => {
    const text = 'offtake: 1\na: null\n';
    expect(resolve(text)).toMatchObject({ problems: [], changes: [], files: ['variant.yaml'] });
  });

  it('finds files beside the one that names them before those at the top', () => {
    const { tree } = resolve(
      'extends: base.yaml\n',
      { 'deep/base.yaml': 'title: Beside\n' },
      'deep/variant.yaml',
    );
    expect(tree === null ? null : plain(tree)).toEqual({ title: 'Beside', extends: 'base.yaml' });
    const { tree: other } = resolve('extends: base.yaml\n', {}, 'deep/variant.yaml');
    expect(other === null ? null : plain(other)).toMatchObject({ title: 'Base' });
  });

  it('reads a file used from two sides once', () => {
    const broken = 'generations: { x: [ }\n';
    const { problems } = resolve('extends: b.yaml\nuse: [c.yaml, d.yaml]\n', {
      'b.yaml': 'use: d.yaml\ntitle: B\n',
      'c.yaml': 'use: d.yaml\n',
      'd.yaml': broken,
    });
    expect(problems).toHaveLength(new Set(problems.map(({ from, file }) => `${file} ${from}`)).size);
    expect(problems.every(({ file }) => file === 'd.yaml')).toBe(true);
  });
});

/** Mistakes in building on other files, with file, line and column. */
const mistakes: readonly (readonly [
  what: string,
  text: string,
  more: Record<string, string>,
  code: string,
  place: string,
  says: RegExp,
])[] = [
  [
    'a base that is missing',
    'title: x\nextends: bose.yaml',
    {},
    'missing-base',
    '2:10',
    /Did you mean "base.yaml"/,
  ],
  ['a catalogue that is missing', 'use: [ nowhere-at-all.yaml ]', {}, 'missing-base', '1:8', /Put it beside/],
  [
    'a base of the base that is missing',
    'extends: b.yaml',
    { 'b.yaml': 'a: 1\nextends: gone.yaml' },
    'missing-base',
    'b.yaml 2:10',
    /"gone.yaml"/,
  ],
  [
    'a file that extends itself',
    'extends: variant.yaml',
    {},
    'circular-base',
    '1:10',
    /variant.yaml → variant.yaml/,
  ],
  [
    'two files that extend one another',
    'extends: b.yaml',
    { 'b.yaml': 'extends: variant.yaml' },
    'circular-base',
    'b.yaml 1:10',
    /variant.yaml → b.yaml → variant.yaml/,
  ],
  [
    'a catalogue that uses itself',
    'use: c.yaml',
    { 'c.yaml': 'use: [ c.yaml ]' },
    'circular-base',
    'c.yaml 1:8',
    /circle/,
  ],
  ['a way out of the folder', 'extends: ../secret.yaml', {}, 'bad-file-name', '1:10', /"\.\."/],
  ['a way out in the middle', 'extends: a/../../b.yaml', {}, 'bad-file-name', '1:10', /"\.\."/],
  ['an absolute path', 'extends: /etc/x.yaml', {}, 'bad-file-name', '1:10', /absolute/],
  ['a drive', 'extends: C:/x.yaml', {}, 'bad-file-name', '1:10', /absolute/],
  ['an address', 'extends: https://x.org/a.yaml', {}, 'bad-file-name', '1:10', /address/],
  ['a backslash', 'extends: a\\b.yaml', {}, 'bad-file-name', '1:10', /separated by "\/"/],
  ['another kind of file', 'extends: a.json', {}, 'bad-file-name', '1:10', /\.yaml/],
  ['an empty part', 'extends: a//b.yaml', {}, 'bad-file-name', '1:10', /empty/],
  ['a scenario used as a catalogue', 'use: base.yaml', {}, 'not-a-catalogue', '1:6', /"start".*extends/],
  [
    'an override that repeats the base',
    'extends: base.yaml\nstart: 2026-04',
    {},
    'dead-override',
    '2:1',
    /repeats what is inherited anyway \(2026-04\)/,
  ],
  [
    'a removal of nothing',
    'extends: base.yaml\ndeals: { aws: { options: null } }',
    {},
    'removes-nothing',
    '2:17',
    /nothing is inherited/,
  ],
  [
    'a base with a fault in it',
    'extends: b.yaml',
    { 'b.yaml': 'a: [1' },
    'open-bracket',
    'b.yaml 1:6',
    /not closed/,
  ],
];

describe('mistakes in building on files', () => {
  it.each(mistakes)('names %s', (_, text, more, code, place, says) => {
    const [first, ...others] = resolve(text, more).problems;
    const at = `${first?.file === undefined ? '' : `${first.file} `}${first?.line}:${first?.column}`;
    expect({ code: first?.code, at }).toEqual({ code, at: place });
    expect(first?.message).toMatch(says);
    expect(others).toEqual([]);
  });

  it('stops at a tower of files', () => {
    const tower = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`f${i}.yaml`, `extends: f${i + 1}.yaml\n`]),
    );
    expect(resolve('extends: f0.yaml', tower).problems).toMatchObject([{ code: 'too-many-layers' }]);
  });
});

describe('companions', () => {
  it('are what a text names itself, beside it and at the top', () => {
    const text = 'extends: base.yaml\nuse: [ catalogue/chips.yaml, ../no.yaml ]\n';
    expect(companionIds('v.yaml', text)).toEqual(['base.yaml', 'catalogue/chips.yaml']);
    expect(companionIds('d/v.yaml', text)).toEqual([
      'd/base.yaml',
      'base.yaml',
      'd/catalogue/chips.yaml',
      'catalogue/chips.yaml',
    ]);
    expect(baseIds('d/v.yaml', text)).toEqual(['d/base.yaml', 'base.yaml']);
  });

  it('are none where nothing is named or nothing can be read', () => {
    for (const text of ['title: x', '', 'extends:\nuse: []', 'extends: { a: 1 }', '- a']) {
      expect(companionIds('v.yaml', text)).toEqual([]);
      expect(baseIds('v.yaml', text)).toEqual([]);
    }
  });

  it('never lie outside the library', () => {
    for (const name of ['../x.yaml', '/x.yaml', 'a/../../x.yaml', '.', '..', '', './../x.yaml']) {
      expect(idsNamed(name, 'a/b.yaml').ok).toBe(false);
    }
    expect(idsNamed('./x.yaml', 'a/b.yaml')).toEqual({ ok: true, value: ['a/x.yaml', 'x.yaml'] });
  });
});
