import { spawnSync } from 'node:child_process';
import {
  chmod,
  chown,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { bundle } from '../support/bundle.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type Home, openStorage } from './children/storage.ts';
import { startChild } from './support/child.ts';
import { isFull, times, tried } from './support/tried.ts';

const id = 'deal.scenario.yaml';
const text = 'title: as it was\n';
/** A user without any rights, by the number most systems give it. */
const nobody = 65_534;

async function home(): Promise<Home> {
  const folder = await temporaryFolder();
  const places = { library: join(folder, 'library'), memory: join(folder, 'memory') };
  for (const place of [folder, places.library, places.memory]) {
    await mkdir(place, { recursive: true });
    await chmod(place, 0o777);
  }
  await writeFile(join(places.library, id), text);
  return places;
}

interface Went {
  readonly ok: boolean;
  readonly error?: { readonly kind: string };
}

/** What stands in a file, through links; the kind of anything else, which must not be read. */
async function contentOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found === null) return 'nothing that can be read';
  return found.isFile() ? readFile(path, 'latin1') : `a thing of mode ${found.mode}`;
}

/** Makes a file unchangeable even for the administrator; false where the disk does not know how. */
function freeze(path: string): boolean {
  const frozen = spawnSync('chattr', ['+i', path]).status === 0;
  if (frozen) onTestFinished(() => thaw(path));
  return frozen;
}

function thaw(path: string): void {
  spawnSync('chattr', ['-i', path]);
}

describe('a disk that is against us', () => {
  it('refuses every way of writing into a read-only folder, and the journal goes on', async () => {
    const places = await home();
    const isAdministrator = process.getuid?.() === 0;
    const program = await bundle('test/trust/children/write-attempts.ts');
    if (isAdministrator) {
      // The bundle must be within reach of a user without rights.
      const shared = join(places.memory, 'program.mjs');
      await writeFile(shared, await readFile(program));
      await chmod(shared, 0o644);
      await chown(join(places.library, id), nobody, nobody);
    }
    await chmod(join(places.library, id), 0o444);
    await chmod(places.library, 0o555);
    const user = isAdministrator ? nobody : null;
    const child = startChild(isAdministrator ? join(places.memory, 'program.mjs') : program, {
      ...places,
      id,
      user,
    });
    const { isReadOnly, noted, ...writes } = JSON.parse(await child.said(/^\{/)) as Record<string, Went>;
    await chmod(places.library, 0o755);
    let lost = isReadOnly && noted?.ok ? 0 : 1;
    for (const went of Object.values(writes)) if (went.ok || went.error?.kind !== 'refused') lost += 1;
    if ((await readFile(join(places.library, id), 'utf8')) !== text) lost += 1;
    if ((await readdir(places.library)).length !== 1) lost += 1;
    tried({ what: 'read-only folder', times: Object.keys(writes).length + 1, lost });
  });

  it('refuses in words while a file is locked, and saves once it is not', async () => {
    const places = await home();
    const { files } = await openStorage(places);
    const opened = await files.open(id);
    if (!opened.ok) throw new Error('the file is there');
    const path = join(places.library, id);
    const isFrozen = freeze(path);
    // Without the means to lock a file against everyone, a folder that takes no new files stands for it.
    if (!isFrozen) await chmod(places.library, 0o555);
    const count = times(3, 20);
    let lost = 0;
    for (let turn = 0; turn < count; turn += 1) {
      const saved = await files.save(id, `title: ${turn}\n`, opened.value.ref.revision);
      if (saved.ok || saved.error.kind !== 'refused') lost += 1;
      if ((await readFile(path, 'utf8')) !== text) lost += 1;
    }
    if (isFrozen) thaw(path);
    await chmod(places.library, 0o755);
    const saved = await files.save(id, 'title: after\n', opened.value.ref.revision);
    if (!saved.ok || (await readFile(path, 'utf8')) !== 'title: after\n') lost += 1;
    if ((await readdir(places.library)).length !== 1) lost += 1;
    tried({ what: 'file locked', times: count + 1, lost, note: isFrozen ? 'chattr +i' : 'read-only folder' });
  });

  it('never writes over what has taken the place of a file', async () => {
    const replacements: readonly (readonly [string, (path: string, places: Home) => Promise<unknown>])[] = [
      ['another text', (path) => writeFile(path, 'title: theirs\n')],
      ['an empty file', (path) => writeFile(path, '')],
      ['nothing', (path) => unlink(path)],
      ['a folder', (path) => unlink(path).then(() => mkdir(path))],
      ['a pipe', (path) => unlink(path).then(() => spawnSync('mkfifo', [path]))],
      ['a binary file', (path) => writeFile(path, Buffer.from([0, 1, 2, 255]))],
      [
        'a link out of the library',
        async (path, { memory }) => {
          await rename(path, join(memory, 'outside.yaml'));
          await symlink(join(memory, 'outside.yaml'), path);
        },
      ],
      ['a link to itself', (path) => unlink(path).then(() => symlink(path, path))],
      [
        'a file of its own making, put there by a rename',
        async (path, { memory }) => {
          await writeFile(join(memory, 'new'), 'title: renamed here\n');
          await rename(join(memory, 'new'), path);
        },
      ],
    ];
    let lost = 0;
    for (const [, replace] of replacements) {
      const places = await home();
      const { files } = await openStorage(places);
      const opened = await files.open(id);
      if (!opened.ok) throw new Error('the file is there');
      const path = join(places.library, id);
      await replace(path, places);
      const seen = await contentOf(path);
      const saved = await files.save(id, 'title: mine\n', opened.value.ref.revision);
      if (saved.ok) lost += 1;
      if ((await contentOf(path)) !== seen) lost += 1;
    }
    tried({ what: 'file replaced under an open text', times: replacements.length, lost });
  });

  it('ends its walk through links that lead in circles', async () => {
    const places = await home();
    const { library } = places;
    await mkdir(join(library, 'a', 'b'), { recursive: true });
    await writeFile(join(library, 'a', 'b', 'deep.scenario.yaml'), 'title: deep\n');
    await symlink(library, join(library, 'a', 'b', 'up'));
    await symlink(join(library, 'a'), join(library, 'a', 'b', 'again'));
    await symlink(join(library, 'two.yaml'), join(library, 'one.yaml'));
    await symlink(join(library, 'one.yaml'), join(library, 'two.yaml'));
    for (let link = 0; link < 60; link += 1) {
      await symlink(join(library, `chain-${link + 1}.yaml`), join(library, `chain-${link}.yaml`));
    }
    const { files } = await openStorage(places);
    const listed = await files.list();
    const ids = listed.ok ? listed.value.map((ref) => ref.id) : [];
    let lost = ids.join() === ['a/b/deep.scenario.yaml', id].join() ? 0 : 1;
    const close = files.watch(() => undefined);
    const asked = [
      'one.yaml',
      'two.yaml',
      'chain-0.yaml',
      'a/b/up/a/b/up/deal.scenario.yaml',
      'a/b/again/b/again/b/deep.scenario.yaml',
    ];
    for (const each of asked) {
      const opened = await files.open(each);
      const created = await files.create(each, 'x');
      // What can be reached within the library by way of links may be read; nothing may be made anew over it.
      if (created.ok && !each.startsWith('chain')) lost += 1;
      if (opened.ok && !['title: deep\n', text].includes(opened.value.text)) lost += 1;
    }
    close();
    tried({ what: 'links in circles', times: asked.length * 2 + 1, lost });
  });

  it('keeps everything through a clock that jumps', async () => {
    const places = await home();
    const { files, journals, versions } = await openStorage(places);
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const years = 365 * 86_400_000;
    const jumps = [0, 40 * years, -30 * years, -60 * years, 1_000, -1_000, 90 * years, 0];
    const start = Date.UTC(2026, 10, 20);
    const count = times(3, 30);
    let lost = 0;
    let made = 0;
    for (let turn = 0; turn < count; turn += 1) {
      for (const jump of jumps) {
        vi.setSystemTime(start + jump + turn * 60_000);
        const opened = await files.open(id);
        if (!opened.ok) throw new Error('the file is gone');
        made += 1;
        const saved = await files.save(id, `title: ${made}\n`, opened.value.ref.revision);
        const [latest] = await versions.list(files.folder, id);
        const kept = latest && (await versions.read(files.folder, id, latest.number));
        if (!saved.ok || kept !== `title: ${made}\n`) lost += 1;
        const journal = await journals.begin({
          library: files.folder,
          id,
          revision: null,
          base: null,
          text: 'a',
          at: Date.now(),
        });
        await journal.note(`noted ${made}`, Date.now());
        journals.release(journal);
        const left = await journals.list(files.folder);
        if (!left.some((one) => one.text === `noted ${made}`)) lost += 1;
        await journal.remove();
      }
    }
    const recent = (await versions.list(files.folder, id)).slice(0, 12);
    const texts = await Promise.all(recent.map(({ number }) => versions.read(files.folder, id, number)));
    expect(texts).toEqual(Array.from({ length: 12 }, (_, back) => `title: ${made - back}\n`));
    tried({ what: 'clock that jumps by years', times: count * jumps.length * 2, lost });
  });

  it('loses no save of two programs at work on one file', async () => {
    const places = await home();
    const program = await bundle('test/trust/children/append-lines.ts');
    const count = isFull ? 250 : 25;
    const names = ['one', 'two', 'three'];
    const children = names.map((name) => startChild(program, { ...places, id, name, count }));
    const said = await Promise.all(children.map((child) => child.said(/^conflicts/)));
    await Promise.all(children.map((child) => child.ended));
    const lines = (await readFile(join(places.library, id), 'utf8')).trim().split('\n');
    const expected = names.flatMap((name) =>
      Array.from({ length: count }, (_, line) => `${name}-${line}: 1`),
    );
    const lost =
      expected.filter((line) => !lines.includes(line)).length + (lines.length - expected.length - 1);
    const conflicts = said.reduce((sum, line) => sum + Number(line.replace('conflicts ', '')), 0);
    await rm(places.memory, { recursive: true });
    tried({
      what: 'three programs on one file',
      times: count * names.length,
      lost,
      note: `${conflicts} conflicts met`,
    });
  });
});
