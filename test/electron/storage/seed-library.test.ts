import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
    expect(await seedLibrary(library, await shippedFolder())).toBe(true);
    expect(await readdir(library)).toEqual(['a.scenario.yaml', 'catalogue']);
    expect(await readFile(join(library, 'catalogue', 'chips.yaml'), 'utf8')).toBe('generations: {}\n');
  });

  it('leaves a folder alone that holds anything of the user', async () => {
    const library = await temporaryFolder();
    await writeFile(join(library, 'mine.txt'), 'x');
    expect(await seedLibrary(library, await shippedFolder())).toBe(false);
    expect(await readdir(library)).toEqual(['mine.txt']);
  });

  it('does without shipped scenarios', async () => {
    expect(await seedLibrary(await temporaryFolder(), '/nowhere/at/all')).toBe(false);
  });
});
