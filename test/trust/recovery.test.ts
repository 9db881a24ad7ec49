import { readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isDirty } from '../../renderer/state/documents.ts';
import { openLibrary } from '../../renderer/state/stores.ts';
import { tried } from './support/tried.ts';
import { openWindow, ownPlaces, startService } from './support/window.ts';

const id = 'deal.scenario.yaml';
const start = 'offtake: 1\ntitle: One\nseed: 1\nstart: 2026-01\nhorizon: 2 years\n';
const mine = start.replace('One', 'Mine');

/** A window in which something was typed and noted, and which then crashed. */
async function crashed(text = mine) {
  const places = await ownPlaces();
  const file = join(places.library, id);
  await writeFile(file, start);
  const service = await startService(places);
  const first = openWindow(service);
  await openLibrary(first.stores);
  await first.stores.files.open(id);
  first.stores.documents.edit(id, text);
  await first.stores.safety.journal.flush();
  first.crash();
  return { places, service, file };
}

/** Opens another window; gives it with the work it is offered. */
async function next(service: Awaited<ReturnType<typeof startService>>) {
  const { stores, host } = openWindow(service);
  await openLibrary(stores);
  const [work] = stores.safety.leftWorks.store.getState().list;
  return { stores, host, work };
}

describe('recovery', () => {
  it('offers what was left, shows it beside the file, and brings it back unsaved', async () => {
    const { service, file } = await crashed();
    const { stores, work } = await next(service);
    expect(stores.dialogs.store.getState().dialog).toEqual({ kind: 'left-work' });
    expect(work).toMatchObject({ id, file: 'same', isInUse: false });
    if (work === undefined) return;
    expect(await stores.safety.leftWorks.lookAt(work)).toMatchObject({ file: start, left: { text: mine } });
    await stores.safety.leftWorks.recover(work);
    expect(stores.documents.find(id)).toMatchObject({ text: mine, savedText: start });
    expect(await readFile(file, 'utf8')).toBe(start);
    expect(await stores.files.save(id)).toBe(true);
    expect(await readFile(file, 'utf8')).toBe(mine);
    await stores.safety.journal.flush();
    expect((await next(service)).work).toBeUndefined();
    tried({ what: 'window crashed, work recovered', times: 1, lost: 0 });
  });

  it('survives the crash of the window that has just recovered it', async () => {
    const { service } = await crashed();
    let lost = 0;
    for (let turn = 0; turn < 5; turn += 1) {
      const { host, crash, stores } = openWindow(service);
      await openLibrary(stores);
      const [work] = stores.safety.leftWorks.store.getState().list;
      if (work === undefined) lost += 1;
      else await stores.safety.leftWorks.recover(work);
      if (stores.documents.find(id)?.text !== mine) lost += 1;
      if (turn % 2 === 0) await stores.safety.journal.flush();
      expect(await host.call('journal.list', {})).toMatchObject({ ok: true, value: [{ id }] });
      crash();
    }
    tried({ what: 'crash right after a recovery', times: 5, lost });
  });

  it('joins what was left with a file that has changed elsewhere', async () => {
    const { service, file } = await crashed();
    await writeFile(file, start.replace('2 years', '3 years'));
    const { stores, work } = await next(service);
    expect(work?.file).toBe('changed');
    if (work) await stores.safety.leftWorks.recover(work);
    expect(stores.documents.find(id)?.text).toBe(mine.replace('2 years', '3 years'));
  });

  it('asks before a save over a file that has changed in the same line', async () => {
    const { service, file } = await crashed();
    const theirs = start.replace('One', 'Theirs');
    await writeFile(file, theirs);
    const { stores, work } = await next(service);
    if (work) await stores.safety.leftWorks.recover(work);
    expect(stores.documents.find(id)?.text).toBe(mine);
    stores.dialogs.close();
    expect(await stores.files.save(id)).toBe(false);
    expect(stores.dialogs.store.getState().dialog).toMatchObject({ kind: 'conflict', theirs });
    expect(await readFile(file, 'utf8')).toBe(theirs);
  });

  it('brings back what has no file any more, and what never had one', async () => {
    const { service, file } = await crashed();
    await unlink(file);
    const second = openWindow(service);
    second.stores.documents.openNew('new.scenario.yaml', 'offtake: 1\ntitle: New\n');
    await second.stores.safety.journal.flush();
    second.crash();
    const { stores } = await next(service);
    const list = stores.safety.leftWorks.store.getState().list;
    expect(list.map((work) => work.file).sort()).toEqual(['gone', 'never-saved']);
    for (const work of list) await stores.safety.leftWorks.recover(work);
    expect(stores.documents.find(id)).toMatchObject({ text: mine, ref: null });
    expect(stores.documents.find('new.scenario.yaml')?.text).toBe('offtake: 1\ntitle: New\n');
  });

  it('offers nothing older than a save right after which everything ended', async () => {
    const { service, file } = await crashed(start);
    const { stores, host, crash } = openWindow(service);
    await openLibrary(stores);
    await stores.files.open(id);
    stores.documents.edit(id, start.replace('One', 'Mi'));
    stores.documents.openNew('new.scenario.yaml', 'offtake: 1\n');
    await stores.safety.journal.flush();
    const basedOn = stores.documents.find(id)?.ref?.revision ?? '';
    // The window is gone before it can say that what it noted is saved.
    expect(await host.call('scenario.save', { id, text: mine, basedOn })).toMatchObject({ ok: true });
    const created = { id: 'new.scenario.yaml', text: 'offtake: 1\ntitle: New\n' };
    expect(await host.call('scenario.create', created)).toMatchObject({ ok: true });
    crash();
    const later = await next(service);
    expect(await readFile(file, 'utf8')).toBe(mine);
    expect(later.stores.safety.leftWorks.store.getState().list).toEqual([]);
    expect(later.stores.dialogs.store.getState().dialog).toBeNull();
    tried({ what: 'crash right after a save', times: 2, lost: later.work === undefined ? 0 : 1 });
  });

  it('offers all that was to be saved where the save was refused', async () => {
    const { service, file } = await crashed(start);
    const { stores, crash } = openWindow(service);
    await openLibrary(stores);
    await stores.files.open(id);
    stores.documents.edit(id, start.replace('One', 'Mi'));
    await stores.safety.journal.flush();
    await writeFile(file, start.replace('One', 'Theirs'));
    stores.documents.edit(id, mine);
    expect(await stores.files.save(id)).toBe(false);
    crash();
    const later = await next(service);
    expect(later.work).toMatchObject({ id, file: 'changed' });
    if (later.work) await later.stores.safety.leftWorks.recover(later.work);
    expect(later.stores.documents.find(id)?.text).toBe(mine);
  });

  it('keeps what is let go among the versions', async () => {
    const { service } = await crashed();
    const { stores, host, work } = await next(service);
    if (work) await stores.safety.leftWorks.discard(work);
    expect(stores.safety.leftWorks.store.getState().list).toEqual([]);
    const versions = await host.call('versions.list', { id });
    expect(versions).toMatchObject({ ok: true, value: [{ cause: 'unsaved' }] });
    expect(await host.call('versions.read', { id, number: 1 })).toEqual({ ok: true, value: { text: mine } });
  });

  it('keeps no version of what was on the way to a save, and one of what was typed after it and let go', async () => {
    const { service } = await crashed(start);
    const { stores, host } = await next(service);
    await stores.files.open(id);
    stores.documents.edit(id, start.replace('One', 'Mi'));
    await stores.safety.journal.flush();
    stores.documents.edit(id, mine);
    expect(await stores.files.save(id)).toBe(true);
    await stores.safety.journal.flush();
    const causes = async () => {
      const list = await host.call('versions.list', { id });
      return list.ok ? list.value.map(({ cause }) => cause) : [];
    };
    expect(await causes()).toEqual(['saved', 'replaced']);
    stores.documents.edit(id, start.replace('One', 'Never saved'));
    await stores.safety.journal.flush();
    stores.files.closeWithoutSaving(id);
    await stores.safety.journal.flush();
    expect(await causes()).toEqual(['unsaved', 'saved', 'replaced']);
  });

  it('offers nothing when nothing was left, and nothing of what is open elsewhere', async () => {
    const { service } = await crashed(start);
    expect((await next(service)).work).toBeUndefined();
    const other = openWindow(service);
    await other.stores.files.open(id);
    other.stores.documents.edit(id, mine);
    await other.stores.safety.journal.flush();
    const { stores, work } = await next(service);
    expect(work).toMatchObject({ isInUse: true });
    expect(stores.dialogs.store.getState().dialog).toBeNull();
  });

  it('does not touch a text that is open and changed itself', async () => {
    const { service } = await crashed();
    const { stores, work } = await next(service);
    await stores.files.open(id);
    stores.documents.edit(id, 'title: Another\n');
    if (work) await stores.safety.leftWorks.recover(work);
    expect(stores.documents.find(id)?.text).toBe('title: Another\n');
    const recovered = stores.documents.active();
    expect(recovered).toMatchObject({ text: mine, ref: null });
    expect(recovered).toSatisfy(isDirty);
  });
});
