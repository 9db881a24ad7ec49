import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWindow, ownPlaces, startService } from '../../trust/support/window.ts';

const base = 'base.scenario.yaml';
const variant = (title: string) => `title: ${title}\nextends: base.scenario.yaml # the deal as signed\n`;

/** A library of a base, two variants of it, one of them a folder down, and a file that has nothing to do with it. */
async function library() {
  const places = await ownPlaces();
  await mkdir(join(places.library, 'deals'));
  const files: Readonly<Record<string, string>> = {
    [base]: 'title: Base\n',
    'late.scenario.yaml': variant('Late'),
    'deals/small.scenario.yaml': variant('Small').replaceAll('\n', '\r\n'),
    'other.scenario.yaml': 'title: Other, unlike base.scenario.yaml\n',
  };
  for (const [id, text] of Object.entries(files)) await writeFile(join(places.library, id), text);
  const service = await startService(places);
  const read = (id: string): Promise<string> => readFile(join(places.library, id), 'utf8');
  return { places, service, read, files };
}

describe('renaming a base', () => {
  it('shows what it will rewrite, and changes nothing by that', async () => {
    const { service, read, files } = await library();
    const { host } = openWindow(service);
    const effects = await host.call('scenario.rename-effects', { id: base, to: 'signed.scenario.yaml' });
    const before = 'extends: base.scenario.yaml # the deal as signed';
    const after = 'extends: signed.scenario.yaml # the deal as signed';
    expect(effects).toEqual({
      ok: true,
      value: {
        changes: [
          { id: 'deals/small.scenario.yaml', before, after },
          { id: 'late.scenario.yaml', before, after },
        ],
        stuck: [],
      },
    });
    for (const [id, text] of Object.entries(files)) expect(await read(id)).toBe(text);
  });

  it('rewrites the variants and nothing else, with their line ends kept and their earlier texts among the versions', async () => {
    const { service, read, files } = await library();
    const { host } = openWindow(service);
    const renamed = await host.call('scenario.rename', { id: base, to: 'deals/signed.scenario.yaml' });
    expect(renamed).toMatchObject({
      ok: true,
      value: {
        ref: { id: 'deals/signed.scenario.yaml' },
        followed: [{ base: 'deals/signed.scenario.yaml' }, { base: 'deals/signed.scenario.yaml' }],
        stuck: [],
      },
    });
    expect(await read('late.scenario.yaml')).toBe(
      variant('Late').replace('base.scenario', 'deals/signed.scenario'),
    );
    expect(await read('deals/small.scenario.yaml')).toBe(
      variant('Small').replace('base.scenario', 'signed.scenario').replaceAll('\n', '\r\n'),
    );
    expect(await read('other.scenario.yaml')).toBe(files['other.scenario.yaml']);
    const versions = await host.call('versions.list', { id: 'late.scenario.yaml' });
    const oldest = versions.ok ? versions.value.at(-1)?.number : undefined;
    expect(await host.call('versions.read', { id: 'late.scenario.yaml', number: oldest ?? 0 })).toEqual({
      ok: true,
      value: { text: variant('Late') },
    });
  });

  it('says which file could not follow, and renames all the same', async () => {
    const { places, service, read } = await library();
    await chmod(join(places.library, 'late.scenario.yaml'), 0o444);
    const { host } = openWindow(service);
    const renamed = await host.call('scenario.rename', { id: base, to: 'signed.scenario.yaml' });
    // The administrator may write to any file.
    const isWritable = process.getuid?.() === 0;
    expect(renamed).toMatchObject({
      ok: true,
      value: { stuck: isWritable ? [] : [{ id: 'late.scenario.yaml' }] },
    });
    expect(await read('signed.scenario.yaml')).toBe('title: Base\n');
  });

  it('renames and rewrites nothing where the new name is taken', async () => {
    const { service, read, files } = await library();
    const { host } = openWindow(service);
    const renamed = await host.call('scenario.rename', { id: base, to: 'other.scenario.yaml' });
    expect(renamed).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    for (const [id, text] of Object.entries(files)) expect(await read(id)).toBe(text);
  });

  it('takes texts that are open with it: saved ones, changed ones and those without a file', async () => {
    const { service, read } = await library();
    const { stores } = openWindow(service);
    await stores.library.refresh();
    for (const id of [base, 'late.scenario.yaml', 'deals/small.scenario.yaml']) await stores.files.open(id);
    stores.documents.edit('late.scenario.yaml', `${variant('Late')}\n\nseed: 8\n`);
    stores.documents.openNew('draft.scenario.yaml', variant('Draft'));
    expect(await stores.files.rename(base, 'signed')).toBe(true);
    const textOf = (id: string) => stores.documents.find(id)?.text;
    const now = (title: string) => variant(title).replace('base.scenario', 'signed.scenario');
    expect(textOf('late.scenario.yaml')).toBe(`${now('Late')}\n\nseed: 8\n`);
    expect(textOf('deals/small.scenario.yaml')).toBe(now('Small').replaceAll('\n', '\r\n'));
    expect(textOf('draft.scenario.yaml')).toBe(now('Draft'));
    expect(await read('late.scenario.yaml')).toBe(now('Late'));
    expect(await stores.files.save('late.scenario.yaml')).toBe(true);
    expect(stores.notices.store.getState().list.map(({ text }) => text)).toContain(
      'deals/small.scenario.yaml, late.scenario.yaml now name it signed.scenario.yaml.',
    );
  });

  it('moves a variant to another folder without losing its base', async () => {
    const { service, places } = await library();
    await writeFile(join(places.library, 'deals', base), 'title: The nearer base\n');
    const { stores } = openWindow(service);
    await stores.library.refresh();
    await stores.files.open('deals/small.scenario.yaml');
    expect(await stores.files.rename('deals/small.scenario.yaml', 'small')).toBe(true);
    expect(stores.documents.find('small.scenario.yaml')?.text).toContain(`extends: deals/${base}`);
    expect(await stores.files.save('small.scenario.yaml')).toBe(true);
    expect(stores.library.store.getState().refs.find(({ id }) => id === 'small.scenario.yaml')?.base).toBe(
      `deals/${base}`,
    );
  });
});
