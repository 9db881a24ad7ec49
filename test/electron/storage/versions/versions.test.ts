import { readdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openVersions, type Versions } from '../../../../electron/storage/versions/versions.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const library = '/library';
const id = 'a.scenario.yaml';

function keep(versions: Versions, text: string, at: number, name: string | null = null) {
  return versions.keep(library, id, text, { cause: 'saved', at, name });
}

describe('versions', () => {
  it('gives back every text byte for byte, the latest first', async () => {
    const versions = openVersions(await temporaryFolder());
    const texts = ['', 'title: One\r\n', '\uFEFFtitle: “Two” 𝄞\n', 'no line end', '\n\n{"id":1}\n'];
    for (const [at, text] of texts.entries()) await keep(versions, text, at);
    const list = await versions.list(library, id);
    expect(list.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
    const read = await Promise.all([1, 2, 3, 4, 5].map((number) => versions.read(library, id, number)));
    expect(read).toEqual(texts);
  });

  it('keeps no text twice in a row, and puts a name on the one that is there', async () => {
    const versions = openVersions(await temporaryFolder());
    await keep(versions, 'x', 1);
    await keep(versions, 'x', 2);
    await keep(versions, 'x', 3, 'before the board');
    expect(await versions.list(library, id)).toMatchObject([{ number: 1, at: 1, name: 'before the board' }]);
    await keep(versions, 'x', 4);
    expect(await versions.list(library, id)).toMatchObject([{ name: 'before the board' }]);
  });

  it('names a version and takes the name away again', async () => {
    const versions = openVersions(await temporaryFolder());
    await keep(versions, 'x', 1);
    expect(await versions.name(library, id, 1, 'sent to the bank')).toBe(true);
    expect(await versions.list(library, id)).toMatchObject([{ name: 'sent to the bank' }]);
    expect(await versions.name(library, id, 1, null)).toBe(true);
    expect(await versions.list(library, id)).toMatchObject([{ name: null }]);
    expect(await versions.name(library, id, 9, 'nothing')).toBe(false);
    expect(await versions.read(library, id, 1)).toBe('x');
  });

  it('thins what is old, over hundreds of saves', async () => {
    const versions = openVersions(await temporaryFolder());
    await keep(versions, 'named', 0, 'the first');
    for (let at = 1; at <= 120; at += 1) await keep(versions, `text ${at}`, at * 60_000);
    const list = await versions.list(library, id);
    expect(list.length).toBeLessThan(25);
    expect(list.at(-1)).toMatchObject({ name: 'the first' });
    expect(await versions.read(library, id, list[0]?.number ?? 0)).toBe('text 120');
  });

  it('follows a file to its new name, behind the versions that are there already', async () => {
    const versions = openVersions(await temporaryFolder());
    await keep(versions, 'one', 1);
    await keep(versions, 'two', 2);
    await versions.keep(library, 'b.scenario.yaml', 'other', { cause: 'saved', at: 0, name: null });
    await versions.move(library, id, 'b.scenario.yaml');
    expect(await versions.list(library, id)).toEqual([]);
    const texts = await Promise.all(
      [1, 2, 3].map((number) => versions.read(library, 'b.scenario.yaml', number)),
    );
    expect(texts).toEqual(['other', 'one', 'two']);
  });

  it('gives no text that was cut off', async () => {
    const folder = await temporaryFolder();
    const versions = openVersions(folder);
    await keep(versions, 'a text of some length\n'.repeat(10), 1);
    const [file] = await readdir(folder, { recursive: true }).then((names) =>
      names.filter((name) => name.endsWith('.version')),
    );
    await truncate(join(folder, file ?? ''), 150);
    expect(await versions.read(library, id, 1)).toBeNull();
  });

  it('keeps files of different libraries and names apart', async () => {
    const versions = openVersions(await temporaryFolder());
    await keep(versions, 'mine', 1);
    expect(await versions.list('/another', id)).toEqual([]);
    expect(await versions.read(library, '../../a.scenario.yaml', 1)).toBeNull();
  });
});
