import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLayout, writeLayout } from '../../../electron/storage/layout-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('the layout of a library', () => {
  it('is a file in its folder, and written over', async () => {
    const library = await temporaryFolder();
    expect(await readLayout(library)).toBeNull();
    expect(await writeLayout(library, '{"a":1}')).toMatchObject({ ok: true });
    expect(await writeLayout(library, '{"a":2}')).toMatchObject({ ok: true });
    expect(await readFile(join(library, '.offtake', 'layout.json'), 'utf8')).toBe('{"a":2}\n');
    expect(JSON.parse((await readLayout(library)) ?? '')).toEqual({ a: 2 });
    expect(await readdir(join(library, '.offtake'))).toEqual(['layout.json']);
  });

  it.each(['folder', 'file'])('is neither read nor written through a link: %s', async (which) => {
    const [library, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
    const target = join(elsewhere, 'layout.json');
    await writeFile(target, 'not ours');
    if (which === 'folder') await symlink(elsewhere, join(library, '.offtake'));
    else {
      await mkdir(join(library, '.offtake'));
      await symlink(target, join(library, '.offtake', 'layout.json'));
    }
    expect(await readLayout(library)).toBeNull();
    expect(await writeLayout(library, '{}')).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(await readFile(target, 'utf8')).toBe('not ours');
  });

  it('is left alone when it is far too large to be one', async () => {
    const library = await temporaryFolder();
    await mkdir(join(library, '.offtake'));
    await writeFile(join(library, '.offtake', 'layout.json'), ' '.repeat(300_000));
    expect(await readLayout(library)).toBeNull();
  });

  it('is nothing where something that is no file has its name', async () => {
    const library = await temporaryFolder();
    await mkdir(join(library, '.offtake', 'layout.json'), { recursive: true });
    expect(await readLayout(library)).toBeNull();
  });

  it('says in words that a folder does not take it', async () => {
    const library = await temporaryFolder();
    await writeFile(join(library, '.offtake'), 'a file of that name');
    const kept = await writeLayout(library, '{}');
    expect(kept.ok).toBe(false);
  });
});
