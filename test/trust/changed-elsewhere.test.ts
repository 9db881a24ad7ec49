import { readFile, rename, truncate, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../renderer/state/stores.ts';
import { times, tried } from './support/tried.ts';
import { openWindow, ownPlaces, startService } from './support/window.ts';

const id = 'deal.scenario.yaml';
const start = 'offtake: 1\ntitle: One\nseed: 1\nstart: 2026-01\nhorizon: 2 years\n';
const mine = start.replace('One', 'Mine');
const theirs = start.replace('One', 'Theirs');
const apart = start.replace('2 years', '3 years');

/** A window on a file with something typed into it and not saved; the program watches the folder as it always does. */
async function typing() {
  const places = await ownPlaces();
  const path = join(places.library, id);
  await writeFile(path, start);
  const { stores, crash } = openWindow(await startService(places));
  await openLibrary(stores);
  await stores.files.open(id);
  stores.documents.edit(id, mine);
  const document = () => {
    const found = stores.documents.find(id);
    if (found === null) throw new Error('the document was closed');
    return found;
  };
  return { places, path, stores, document, crash };
}

/** What other programs do to a file whose text cannot be joined with what was typed. */
const harms: readonly (readonly [string, (path: string) => Promise<unknown>])[] = [
  ['writes the same line', (path) => writeFile(path, theirs)],
  [
    'puts another file in its place',
    (path) => writeFile(`${path}.new`, theirs).then(() => rename(`${path}.new`, path)),
  ],
  ['empties it', (path) => truncate(path, 0)],
  ['leaves only line ends', (path) => writeFile(path, '\n\n')],
  ['deletes it', (path) => unlink(path)],
  ['cuts it off in the typed line', (path) => truncate(path, 18)],
  ['moves it away', (path) => rename(path, `${path}.moved`)],
];

describe('a file that is changed by another program', () => {
  it('is joined with what was typed where the two are apart, without a question', async () => {
    const count = times(4, 40);
    let lost = 0;
    for (let turn = 0; turn < count; turn += 1) {
      const { path, stores, document, crash } = await typing();
      await writeFile(path, apart);
      await expect.poll(() => document().text, { timeout: 10_000 }).toContain('3 years');
      if (document().text !== mine.replace('2 years', '3 years')) lost += 1;
      if (stores.dialogs.store.getState().dialog !== null || document().outsideRevision !== null) lost += 1;
      if (!(await stores.files.save(id))) lost += 1;
      if ((await readFile(path, 'utf8')) !== mine.replace('2 years', '3 years')) lost += 1;
      crash();
    }
    tried({ what: 'file changed elsewhere, apart from what was typed', times: count, lost });
  });

  it('never takes what was typed with it, whatever is done to it, and is not written over unasked', async () => {
    const rounds = times(1, 10);
    let lost = 0;
    for (let round = 0; round < rounds; round += 1) {
      for (const [, harm] of harms) {
        const { path, stores, document, crash } = await typing();
        await harm(path);
        const left = await readFile(path, 'utf8').catch(() => null);
        await expect.poll(() => document().outsideRevision, { timeout: 10_000 }).not.toBeNull();
        if (document().text !== mine) lost += 1;
        // A file that is there is asked about; one that is gone is made anew only when that is what was asked for.
        const isSaved = await stores.files.save(id);
        const now = await readFile(path, 'utf8').catch(() => null);
        const isAsked = stores.dialogs.store.getState().dialog !== null;
        if (left !== null && (isSaved || !isAsked || now !== left)) lost += 1;
        if (left === null && (now === null ? !isAsked && isSaved : now !== mine)) lost += 1;
        if (document().text !== mine) lost += 1;
        crash();
      }
    }
    tried({ what: 'file emptied, deleted, replaced under typing', times: rounds * harms.length, lost });
  });

  it('that goes and comes back while nothing is unsaved is taken as it is', async () => {
    const { path, stores, document } = await typing();
    expect(await stores.files.save(id)).toBe(true);
    await unlink(path);
    await expect.poll(() => document().outsideRevision, { timeout: 10_000 }).toBe('gone');
    expect(document().text).toBe(mine);
    await writeFile(path, apart);
    await expect.poll(() => document().text, { timeout: 10_000 }).toBe(apart);
    tried({ what: 'file gone and back', times: 1, lost: 0 });
  });
});
