import { mkdir, readdir, readFile, stat, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Library, openLibrary } from '../../../electron/storage/library.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function library(files: Readonly<Record<string, string>> = {}): Promise<Library> {
  const folder = await temporaryFolder();
  for (const [id, text] of Object.entries(files)) {
    await mkdir(join(folder, id, '..'), { recursive: true });
    await writeFile(join(folder, id), text);
  }
  const opened = await openLibrary(folder);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

async function must<T>(result: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>): Promise<T> {
  const outcome = await result;
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

describe('library', () => {
  it('lists files with title, base and kind, and leaves hidden and other files out', async () => {
    const files = await library({
      'base.scenario.yaml': 'offtake: 1\ntitle: "The base: one" # why\n',
      'deals/slip.scenario.yaml': 'extends: base.scenario.yaml\ntitle: Slip\n',
      'catalogue/chips.yaml': 'sources: {}\n',
      'templates/simple.scenario.yaml': '',
      'pair.comparison.yaml': '',
      'notes.txt': 'x',
      '.trash/old.scenario.yaml': 'title: x',
    });
    const refs = await must(files.list());
    expect(refs.map(({ id, title, base, kind }) => [id, title, base, kind])).toEqual([
      ['base.scenario.yaml', 'The base: one', null, 'scenario'],
      ['catalogue/chips.yaml', 'chips', null, 'catalogue'],
      ['deals/slip.scenario.yaml', 'Slip', 'base.scenario.yaml', 'scenario'],
      ['pair.comparison.yaml', 'pair', null, 'comparison'],
      ['templates/simple.scenario.yaml', 'simple', null, 'template'],
    ]);
  });

  it('lists a changed file anew', async () => {
    const files = await library({ 'a.scenario.yaml': 'title: One\n' });
    const [before] = await must(files.list());
    await writeFile(join(files.folder, 'a.scenario.yaml'), 'title: Two\n');
    const [after] = await must(files.list());
    expect([before?.title, after?.title]).toEqual(['One', 'Two']);
    expect(after?.revision).not.toBe(before?.revision);
  });

  it('saves over the revision it was based on and over no other', async () => {
    const files = await library({ 'a.scenario.yaml': 'title: One\n' });
    const { ref } = await must(files.open('a.scenario.yaml'));
    const saved = await must(files.save(ref.id, 'title: Two\n', ref.revision));
    expect(await must(files.open(ref.id))).toMatchObject({
      text: 'title: Two\n',
      ref: { revision: saved.revision },
    });
    const late = await files.save(ref.id, 'title: Three\n', ref.revision);
    expect(late).toMatchObject({ ok: false, error: { kind: 'conflict', current: saved.revision } });
    expect((await must(files.open(ref.id))).text).toBe('title: Two\n');
  });

  it('lets only one of several saves over the same revision through', async () => {
    const files = await library({ 'a.scenario.yaml': 'title: One\n' });
    const { ref } = await must(files.open('a.scenario.yaml'));
    const saves = await Promise.all(
      Array.from({ length: 10 }, (_, at) => files.save(ref.id, `title: ${at}\n`, ref.revision)),
    );
    expect(saves.filter((save) => save.ok)).toHaveLength(1);
  });

  it('keeps permissions, line ends and byte order mark of the file it saves', async () => {
    const files = await library({ 'a.scenario.yaml': '\uFEFFtitle: One\r\nseed: 1\r\n' });
    const path = join(files.folder, 'a.scenario.yaml');
    const { chmod } = await import('node:fs/promises');
    await chmod(path, 0o640);
    const { ref } = await must(files.open('a.scenario.yaml'));
    await must(files.save(ref.id, 'title: Two\nseed: 1\n', ref.revision));
    expect(await readFile(path, 'utf8')).toBe('\uFEFFtitle: Two\r\nseed: 1\r\n');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  it('leaves no temporary file behind', async () => {
    const files = await library();
    const ref = await must(files.create('a.scenario.yaml', 'title: One\n'));
    await must(files.save(ref.id, 'title: Two\n', ref.revision));
    expect(await readdir(files.folder)).toEqual(['a.scenario.yaml']);
  });

  it('creates and renames without ever replacing a file', async () => {
    const files = await library({ 'a.scenario.yaml': 'title: A\n', 'b.scenario.yaml': 'title: B\n' });
    expect(await files.create('a.scenario.yaml', 'title: new\n')).toMatchObject({
      error: { kind: 'conflict' },
    });
    expect(await files.rename('a.scenario.yaml', 'b.scenario.yaml')).toMatchObject({
      error: { kind: 'conflict' },
    });
    expect(await must(files.rename('a.scenario.yaml', 'deals/c.scenario.yaml'))).toMatchObject({
      title: 'A',
    });
    expect(await files.open('a.scenario.yaml')).toMatchObject({ error: { kind: 'not-found' } });
    expect((await must(files.open('b.scenario.yaml'))).text).toBe('title: B\n');
  });

  it('adds a file under the next free name', async () => {
    const files = await library({ 'a.scenario.yaml': '' });
    expect((await must(files.add('a.scenario.yaml', 'x'))).id).toBe('a-2.scenario.yaml');
    expect((await must(files.add('a.yaml', 'x'))).id).toBe('a-3.scenario.yaml');
  });

  it('moves what is removed to the trash, where it can be brought back', async () => {
    const files = await library({ 'deals/a.scenario.yaml': 'title: A\n' });
    await must(files.remove('deals/a.scenario.yaml'));
    expect(await must(files.list())).toEqual([]);
    const [moment] = await readdir(join(files.folder, '.trash'));
    const kept = join(files.folder, '.trash', moment ?? '', 'deals', 'a.scenario.yaml');
    expect(await readFile(kept, 'utf8')).toBe('title: A\n');
  });

  it.each([
    '../outside.yaml',
    'a/../../outside.yaml',
    '/etc/passwd',
    'C:\\x.yaml',
    'a\\..\\b.yaml',
    './a.yaml',
    'a//b.yaml',
    '.hidden.yaml',
    'a\u0000.yaml',
    'a\u202e.yaml',
    'con.yaml',
    '',
  ])('refuses the id %j for every use', async (id) => {
    const files = await library();
    const uses = [
      files.open(id),
      files.save(id, 'x', ''),
      files.create(id, 'x'),
      files.remove(id),
      files.rename(id, 'b.yaml'),
      files.pathOf(id),
    ];
    for (const use of await Promise.all(uses))
      expect(use).toMatchObject({ ok: false, error: { kind: 'refused' } });
  });

  it('follows a link inside the library and refuses one that leads out, for files and for folders', async () => {
    const outside = await temporaryFolder();
    await writeFile(join(outside, 'secret.yaml'), 'title: secret\n');
    const files = await library({ 'a.scenario.yaml': 'title: A\n' });
    await symlink(join(files.folder, 'a.scenario.yaml'), join(files.folder, 'inside.scenario.yaml'));
    await symlink(join(outside, 'secret.yaml'), join(files.folder, 'file.yaml'));
    await symlink(outside, join(files.folder, 'folder'));
    await symlink(join(files.folder, 'ring.yaml'), join(files.folder, 'ring.yaml'));
    expect((await must(files.open('inside.scenario.yaml'))).text).toBe('title: A\n');
    for (const id of ['file.yaml', 'folder/secret.yaml', 'folder/new.yaml', 'ring.yaml']) {
      expect(await files.open(id), id).toMatchObject({ ok: false, error: { kind: 'refused' } });
      expect(await files.create(id, 'x'), id).toMatchObject({ ok: false });
    }
    expect((await must(files.list())).map((ref) => ref.id)).toEqual([
      'a.scenario.yaml',
      'inside.scenario.yaml',
    ]);
    expect(await readdir(outside)).toEqual(['secret.yaml']);
  });

  it('collects what a text builds on, through rings, and nothing from outside', async () => {
    const files = await library({
      'base.scenario.yaml': 'extends: other.scenario.yaml\nuse: [ catalogue/chips.yaml ]\n',
      'other.scenario.yaml': 'extends: base.scenario.yaml\n',
      'catalogue/chips.yaml': 'generations: {}\n',
      'deals/mine.scenario.yaml': 'title: x\n',
    });
    const text =
      'extends: base.scenario.yaml\nuse:\n  - "catalogue/chips.yaml" # chips\n  - /etc/passwd.yaml\n  - ../../up.yaml\n';
    const companions = await must(files.companions('deals/mine.scenario.yaml', text));
    expect(Object.keys(companions).sort()).toEqual([
      'base.scenario.yaml',
      'catalogue/chips.yaml',
      'other.scenario.yaml',
    ]);
  });

  it('tells of a file that changed or went between being opened and the first look', async () => {
    const files = await library({
      'a.scenario.yaml': 'title: A\n',
      'b.scenario.yaml': 'title: B\n',
      'c.scenario.yaml': '',
    });
    for (const id of ['a.scenario.yaml', 'b.scenario.yaml']) await must(files.open(id));
    await writeFile(join(files.folder, 'a.scenario.yaml'), 'title: Changed\n');
    await writeFile(join(files.folder, 'c.scenario.yaml'), 'title: Never opened\n');
    await unlink(join(files.folder, 'b.scenario.yaml'));
    const seen: string[] = [];
    const close = files.watch((change) => seen.push(`${change.kind} ${change.id}`));
    await expect
      .poll(() => seen.toSorted(), { timeout: 5_000 })
      .toEqual(['changed a.scenario.yaml', 'removed b.scenario.yaml']);
    close();
  });

  it('tells of files that appear, change and go, also in folders made later', async () => {
    const files = await library({ 'a.scenario.yaml': 'title: A\n' });
    const seen: string[] = [];
    const close = files.watch((change) => seen.push(`${change.kind} ${change.id}`));
    await expect.poll(() => watchedLongEnough(files, seen), { timeout: 5_000 }).toBe(true);
    await writeFile(join(files.folder, 'a.scenario.yaml'), 'title: B\n');
    await expect.poll(() => seen, { timeout: 5_000 }).toContain('changed a.scenario.yaml');
    await mkdir(join(files.folder, 'new'));
    await expect
      .poll(() => touch(files, 'new/b.scenario.yaml', seen), { timeout: 5_000 })
      .toContain('added new/b.scenario.yaml');
    await must(files.remove('a.scenario.yaml'));
    await expect.poll(() => seen, { timeout: 5_000 }).toContain('removed a.scenario.yaml');
    close();
  });
});

/** The first look is taken in the background; a file that appears proves that it has been. */
async function watchedLongEnough(files: Library, seen: readonly string[]): Promise<boolean> {
  await touch(files, `probe-${seen.length}.yaml`, seen);
  return seen.some((line) => line.startsWith('added probe') || line.startsWith('changed probe'));
}

async function touch(files: Library, id: string, seen: readonly string[]): Promise<readonly string[]> {
  await writeFile(join(files.folder, id), `title: ${process.hrtime.bigint()}\n`);
  return seen;
}
