import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ok } from '#shared/base/outcome.ts';
import { seedLibrary } from '../../../electron/storage/seed-library.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function shippedFolder(): Promise<string> {
  const shipped = await temporaryFolder();
  await mkdir(join(shipped, 'catalogue'));
  await writeFile(join(shipped, 'a.scenario.yaml'), 'title: A\n');
  await writeFile(join(shipped, 'catalogue', 'chips.yaml'), 'generations: {}\n');
  return shipped;
}

describe('seedLibrary', () => {
  it('fills a folder that is not there or empty, with its sub-folders', async () => {
    const library = join(await temporaryFolder(), 'library');
    expect(await seedLibrary(library, await shippedFolder())).toEqual(ok(true));
    expect(await readdir(library)).toEqual(['a.scenario.yaml', 'catalogue']);
    expect(await readFile(join(library, 'catalogue', 'chips.yaml'), 'utf8')).toBe('generations: {}\n');
  });

  it('copies what the shipped folder links to, where it is a link', async () => {
    const link = join(await temporaryFolder(), 'scenarios');
    await symlink(await shippedFolder(), link);
    const library = join(await temporaryFolder(), 'library');
    expect(await seedLibrary(library, link)).toEqual(ok(true));
    expect(await readdir(library)).toEqual(['a.scenario.yaml', 'catalogue']);
  });

  it('leaves a folder alone that holds anything of the user', async () => {
    const library = await temporaryFolder();
    await writeFile(join(library, 'mine.txt'), 'x');
    expect(await seedLibrary(library, await shippedFolder())).toEqual(ok(false));
    expect(await readdir(library)).toEqual(['mine.txt']);
  });

  it('does without shipped scenarios', async () => {
    expect(await seedLibrary(await temporaryFolder(), '/nowhere/at/all')).toEqual(ok(false));
  });

  it('fills the folder that a link leads to', async () => {
    const [folder, real] = [await temporaryFolder(), await temporaryFolder()];
    await symlink(real, join(folder, 'library'));
    expect(await seedLibrary(join(folder, 'library'), await shippedFolder())).toEqual(ok(true));
    expect(await readdir(real)).toEqual(['a.scenario.yaml', 'catalogue']);
  });

  it('says why there can be no library where a file or a link to nothing is in the way', async () => {
    const folder = await temporaryFolder();
    const [file, link] = [join(folder, 'file'), join(folder, 'link')];
    await writeFile(file, 'x');
    await symlink(join(folder, 'nowhere'), link);
    for (const [place, words] of [
      [file, 'is in the way'],
      [link, 'a link to a folder that is not there'],
    ] as const) {
      const seeded = await seedLibrary(place, await shippedFolder());
      expect(seeded).toMatchObject({ ok: false, error: { kind: 'refused' } });
      expect(JSON.stringify(seeded)).toContain(words);
    }
  });
});
