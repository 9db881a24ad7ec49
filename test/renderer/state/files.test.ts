import { afterEach, describe, expect, it, vi } from 'vitest';
import { isDirty } from '../../../renderer/state/documents.ts';
import { createStores, openLibrary } from '../../../renderer/state/stores.ts';
import type { SurveyPort } from '../../../renderer/state/surveyor.ts';
import { fakeHost } from '../../support/fake-host.ts';

const base = 'amazon-anthropic.scenario.yaml';
const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A worker that never answers: what files do must not wait for it. */
function silentPort(): SurveyPort {
  return { onmessage: null, postMessage: () => undefined, terminate: () => undefined };
}

async function window(host = fakeHost()) {
  const stores = createStores(host, silentPort);
  stops.push(stores.stop);
  await openLibrary(stores);
  return { ...stores, host };
}

describe('files', () => {
  it('opens the library on a running scenario', async () => {
    const { documents, runs } = await window();
    expect(documents.active()?.id).toBe(base);
    await vi.waitFor(() => expect(runs.of(base).result).not.toBeNull());
  });

  it('says which folder is missing where another stands in its place', async () => {
    const host = fakeHost();
    const ask = host.call;
    vi.spyOn(host, 'call').mockImplementation(async (name, input) => {
      const reply = await ask(name, input);
      if (name === 'app.describe' && reply.ok) Object.assign(reply.value, { missingLibrary: 'deals' });
      return reply;
    });
    const { notices } = await window(host);
    expect(notices.store.getState().list).toMatchObject([
      { tone: 'trouble', text: expect.stringContaining('folder deals that you chose') },
    ]);
  });

  it('marks changes, saves them and takes the mark away', async () => {
    const { documents, files, host } = await window();
    documents.edit(base, 'offtake: 1\n');
    expect(documents.active()).toSatisfy(isDirty);
    expect(await files.save(base)).toBe(true);
    expect(host.files.get(base)).toBe('offtake: 1\n');
    expect(documents.active()).not.toSatisfy(isDirty);
  });

  it('keeps the mark when the text went on while it was being saved', async () => {
    const { documents, files, host } = await window();
    documents.edit(base, 'offtake: 1\n');
    host.hold('scenario.save');
    const saving = files.save(base);
    documents.edit(base, 'offtake: 1\ntitle: B\n');
    host.release('scenario.save');
    await saving;
    expect(documents.active()).toSatisfy(isDirty);
    expect(documents.active()?.text).toBe('offtake: 1\ntitle: B\n');
  });

  it('saves once more after the save under way, over what that one wrote, and asks nothing', async () => {
    const { documents, files, dialogs, host } = await window();
    documents.edit(base, 'first');
    host.hold('scenario.save');
    const saves = [files.save(base), files.save(base)];
    documents.edit(base, 'second');
    saves.push(files.save(base));
    host.release('scenario.save');
    expect(await Promise.all(saves)).toEqual([true, true, true]);
    expect(host.files.get(base)).toBe('second');
    expect(dialogs.store.getState().dialog).toBeNull();
    expect(documents.active()).not.toSatisfy(isDirty);
  });

  it('knows its own text again when it was written but the answer got lost', async () => {
    const { documents, files, dialogs, host } = await window();
    documents.edit(base, 'first');
    const lose = vi.spyOn(host, 'call').mockImplementationOnce(async (name, input) => {
      await host.call(name, input);
      return { ok: false, error: { kind: 'internal', message: 'The host is gone.', incident: 'x' } };
    });
    expect(await files.save(base)).toBe(false);
    lose.mockRestore();
    documents.edit(base, 'second');
    expect(await files.save(base)).toBe(true);
    expect(host.files.get(base)).toBe('second');
    expect(dialogs.store.getState().dialog).toBeNull();
  });

  it('knows it still after more saves that came to nothing', async () => {
    const { documents, files, dialogs, host } = await window();
    const gone = {
      ok: false,
      error: { kind: 'internal', message: 'The host is gone.', incident: 'x' },
    } as const;
    documents.edit(base, 'first');
    const lose = vi.spyOn(host, 'call').mockImplementationOnce(async (name, input) => {
      await host.call(name, input);
      return gone;
    });
    expect(await files.save(base)).toBe(false);
    lose.mockImplementation(async () => gone);
    for (const text of ['second', 'third']) {
      documents.edit(base, text);
      expect(await files.save(base)).toBe(false);
    }
    lose.mockRestore();
    documents.edit(base, 'fourth');
    expect(await files.save(base)).toBe(true);
    expect(host.files.get(base)).toBe('fourth');
    expect(dialogs.store.getState().dialog).toBeNull();
  });

  it('asks, and overwrites nothing, when the file moved on', async () => {
    const { documents, files, dialogs, host } = await window();
    documents.edit(base, 'mine');
    host.files.set(base, 'theirs');
    expect(await files.save(base)).toBe(false);
    expect(host.files.get(base)).toBe('theirs');
    const { dialog } = dialogs.store.getState();
    expect(dialog).toMatchObject({ kind: 'conflict', theirs: 'theirs' });
    if (dialog?.kind === 'conflict') expect(await files.overwrite(base, dialog.revision)).toBe(true);
    expect(host.files.get(base)).toBe('mine');
  });

  it('takes the text of the file when the user chooses it', async () => {
    const { documents, files, host } = await window();
    documents.edit(base, 'mine');
    host.files.set(base, 'theirs');
    await files.takeTheirs(base);
    expect(documents.active()?.text).toBe('theirs');
    expect(documents.active()).not.toSatisfy(isDirty);
  });

  it('asks for a name before a new scenario is saved, then saves it under that name', async () => {
    const { documents, files, dialogs, host, library } = await window();
    files.create('My deal');
    const id = documents.active()?.id ?? '';
    expect(await files.save(id)).toBe(false);
    expect(dialogs.store.getState().dialog).toMatchObject({ kind: 'name', purpose: 'save-as', id });
    expect(await files.saveAs(id, 'Other deal')).toBe(true);
    expect(host.files.has('other-deal.scenario.yaml')).toBe(true);
    expect(documents.active()?.id).toBe('other-deal.scenario.yaml');
    await vi.waitFor(() =>
      expect(library.store.getState().refs.some((ref) => ref.id === 'other-deal.scenario.yaml')).toBe(true),
    );
  });

  it('does not save over a file of the same name', async () => {
    const { documents, files, notices } = await window();
    files.create('New');
    expect(await files.saveAs(documents.active()?.id ?? '', 'amazon-anthropic')).toBe(false);
    expect(notices.store.getState().list[0]?.tone).toBe('trouble');
  });

  it('asks before unsaved changes are closed', async () => {
    const { documents, files, dialogs } = await window();
    documents.edit(base, 'changed');
    files.close(base);
    expect(dialogs.store.getState().dialog).toMatchObject({ kind: 'close', id: base });
    expect(documents.active()?.id).toBe(base);
    files.closeWithoutSaving(base);
    expect(documents.active()).toBeNull();
  });

  it('reads a file again that changed on disk, but only while there is nothing to lose', async () => {
    const { documents, host } = await window();
    host.files.set(base, 'theirs\n');
    host.emit('scenario.changed', { id: base, revision: 'new' });
    await vi.waitFor(() => expect(documents.active()?.text).toBe('theirs\n'));
    documents.edit(base, 'mine\n');
    host.files.set(base, 'newer\n');
    host.emit('scenario.changed', { id: base, revision: 'newer' });
    await vi.waitFor(() => expect(documents.active()?.outsideRevision).not.toBeNull());
    expect(documents.active()?.text).toBe('mine\n');
  });

  it('starts a variant from its base and remembers what was opened last', async () => {
    const { documents, files, settings } = await window();
    files.createVariant(base, 'Less power');
    expect(documents.active()?.text).toContain(`extends: ${base}`);
    expect(settings.store.getState().recent[0]).toBe(base);
  });
});
