import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followRename, namedIds } from '#shared/scenario/edit/follow-rename.ts';
import { baseIds } from '#shared/scenario/layers/references.ts';

fc.configureGlobal({ seed: 20261121 });

function follow(id: string, text: string, from: string, to: string, there: readonly string[]): string {
  const outcome = followRename({ id, text }, { from, to }, (one) => there.includes(one));
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value.text;
}

const folders = ['', 'a/', 'a/b/', 'c/'];
const stems = ['one', 'two', 'three', "odd: 'name'"];
const ids = fc.tuple(fc.constantFrom(...folders), fc.constantFrom(...stems)).map(([f, s]) => `${f}${s}.yaml`);

describe('followRename', () => {
  it('lets every name mean the file it meant, whatever is renamed to whatever, or says that it cannot', () => {
    let followed = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(ids, { minLength: 2, maxLength: 8 }),
        ids,
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...stems, ...folders.flatMap((f) => stems.map((s) => f + s))),
        (library, to, renamedAt, ownAt, name) => {
          const from = library[renamedAt % library.length] ?? '';
          const own = library[ownAt % library.length] ?? '';
          fc.pre(!library.includes(to));
          const text = `title: x # y\r\nextends: ${JSON.stringify(`${name}.yaml`)}   # why\r\n`;
          const meant = baseIds(own, text).find((id) => library.includes(id));
          const outcome = followRename({ id: own, text }, { from, to }, (id) => library.includes(id));
          if (!outcome.ok) return;
          const after = library.map((id) => (id === from ? to : id));
          const means = baseIds(own === from ? to : own, outcome.value.text).find((id) => after.includes(id));
          if (meant === undefined) expect(outcome.value.text).toBe(text);
          else expect(means).toBe(meant === from ? to : meant);
          expect(outcome.value.text.split(/extends:.*# why/)).toEqual(text.split(/extends:.*# why/));
          if (outcome.value.text !== text) followed += 1;
        },
      ),
      { numRuns: 3_000 },
    );
    expect(followed).toBeGreaterThan(200);
  });

  it('rewrites bases, catalogues and observations, and leaves everything else as it stands', () => {
    const text =
      'extends: ./base.yaml # the base\nuse: [a.yaml, lib/b.yaml]\nactuals: seen.csv\nnote: base.yaml\n';
    const there = ['base.yaml', 'a.yaml', 'lib/b.yaml', 'seen.csv', 'v.yaml'];
    expect(follow('v.yaml', text, 'base.yaml', 'deals/new.yaml', there)).toBe(
      text.replace('./base.yaml #', 'deals/new.yaml #'),
    );
    expect(follow('v.yaml', text, 'lib/b.yaml', 'c.yaml', there)).toBe(text.replace('lib/b.yaml', 'c.yaml'));
    expect(namedIds('deals/v.yaml', 'actuals: seen.csv\n')).toEqual(['deals/seen.csv', 'seen.csv']);
  });

  it('lets the names in a file that moves follow it', () => {
    const text = 'extends: base.yaml\n';
    expect(follow('deals/v.yaml', text, 'deals/v.yaml', 'v.yaml', ['deals/v.yaml', 'deals/base.yaml'])).toBe(
      'extends: deals/base.yaml\n',
    );
    expect(follow('v.yaml', text, 'v.yaml', 'deals/v.yaml', ['v.yaml', 'base.yaml'])).toBe(text);
  });

  it('points a comparison at the new name', () => {
    const text =
      'offtake-comparison: 1\nscenarios:\n  - a.scenario.yaml\n  - b.scenario.yaml\nbase: a.scenario.yaml\n';
    const there = ['a.scenario.yaml', 'b.scenario.yaml'];
    expect(follow('x.comparison.yaml', text, 'a.scenario.yaml', 'c.scenario.yaml', there)).toBe(
      text.replaceAll('a.scenario.yaml', 'c.scenario.yaml'),
    );
  });

  it('changes nothing in a text that names nothing of it, leads nowhere or cannot be read', () => {
    for (const text of [
      'title: base.yaml\n',
      'extends: missing.yaml\n',
      'extends: [\n',
      '',
      'extends: null\n',
      'use: {a: base.yaml}\n',
    ]) {
      expect(follow('v.yaml', text, 'base.yaml', 'new.yaml', ['v.yaml', 'base.yaml'])).toBe(text);
    }
  });

  it('says so where another file would be found first', () => {
    const outcome = followRename(
      { id: 'a/v.yaml', text: 'extends: old.yaml\n' },
      { from: 'old.yaml', to: 'new.yaml' },
      (id) => ['a/v.yaml', 'old.yaml', 'a/new.yaml'].includes(id),
    );
    expect(outcome).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('another file is nearer') },
    });
  });
});
