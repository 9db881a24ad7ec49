import { describe, expect, it } from 'vitest';
import type { ScenarioRef } from '#shared/contract/calls.ts';
import { createLibrary, idFromName, libraryTree } from '../../../renderer/state/library.ts';
import { fakeHost } from '../../support/fake-host.ts';

const ref = (id: string, base: string | null): ScenarioRef => ({
  id,
  title: id,
  revision: '',
  modified: '',
  base,
  kind: 'scenario',
  isReadOnly: false,
});

describe('idFromName', () => {
  it.each([
    ['My deal', 'my-deal.scenario.yaml'],
    ['  Café & Co ', 'cafe-co.scenario.yaml'],
    ['deals/North/One', 'deals/north/one.scenario.yaml'],
    ['../../escape', 'escape.scenario.yaml'],
    ['x.scenario.yaml', 'x.scenario.yaml'],
    ['', 'untitled.scenario.yaml'],
  ])('makes %j a file name', (name, id) => {
    expect(idFromName(name)).toBe(id);
  });
});

describe('refresh', () => {
  it('meets wishes that come while it reads by one more reading, which sees everything', async () => {
    const host = fakeHost();
    const library = createLibrary(host);
    host.hold('scenario.list');
    const first = library.refresh();
    await Promise.resolve();
    const later = Array.from({ length: 50 }, (_, file) => {
      host.files.set(`file-${file}.scenario.yaml`, `title: File ${file}\n`);
      return library.refresh();
    });
    host.release('scenario.list');
    await Promise.all([first, ...later]);
    expect(host.calls.filter(({ name }) => name === 'scenario.list')).toHaveLength(2);
    expect(library.store.getState().refs.map(({ title }) => title)).toContain('File 49');
  });
});

describe('libraryTree', () => {
  it('puts variants under their base, to any depth, and loses nothing', () => {
    const tree = libraryTree([ref('b', 'a'), ref('a', null), ref('c', 'b'), ref('lost', 'gone')]);
    expect(tree.map((node) => node.ref.id)).toEqual(['a', 'lost']);
    expect(tree[0]?.variants[0]?.variants[0]?.ref.id).toBe('c');
  });

  it('does not follow a circle for ever', () => {
    expect(libraryTree([ref('a', 'a')]).map((node) => node.ref.id)).toEqual(['a']);
  });
});
