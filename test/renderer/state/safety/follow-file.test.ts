import { describe, expect, it } from 'vitest';
import { createDocuments, isDirty } from '../../../../renderer/state/documents.ts';
import { createNotices } from '../../../../renderer/state/notices.ts';
import { followFile } from '../../../../renderer/state/safety/follow-file.ts';
import { fakeHost } from '../../../support/fake-host.ts';

const id = 'a.scenario.yaml';
const start = 'title: One\nseed: 1\nstart: 2026-01\nhorizon: 2 years\n';

async function opened() {
  const host = fakeHost();
  host.files.set(id, start);
  const documents = createDocuments();
  const notices = createNotices();
  const first = await host.call('scenario.open', { id });
  if (!first.ok) throw new Error('the file was made');
  documents.open(first.value);
  /** Another program writes the file, or removes it, and the window hears of it. */
  const outside = async (text: string | null) => {
    if (text === null) host.files.delete(id);
    else host.files.set(id, text);
    const now = await host.call('scenario.open', { id });
    await followFile({ host, documents, notices }, id, now.ok ? now.value.ref.revision : null);
  };
  const document = () => {
    const found = documents.find(id);
    if (found === null) throw new Error('the document was closed');
    return found;
  };
  return { host, documents, outside, document };
}

describe('followFile', () => {
  it('takes the file where nothing is unsaved', async () => {
    const { outside, document } = await opened();
    await outside('title: Two\n');
    expect(document()).toMatchObject({
      text: 'title: Two\n',
      savedText: 'title: Two\n',
      outsideRevision: null,
    });
  });

  it('joins what is unsaved with a change of other lines, and is still unsaved', async () => {
    const { documents, outside, document } = await opened();
    documents.edit(id, start.replace('One', 'Mine'));
    await outside(start.replace('2 years', '3 years'));
    expect(document().text).toBe(start.replace('One', 'Mine').replace('2 years', '3 years'));
    expect(document().outsideRevision).toBeNull();
    expect(isDirty(document())).toBe(true);
  });

  it('asks, and touches nothing, where both changed the same line', async () => {
    const { host, documents, outside, document } = await opened();
    documents.edit(id, start.replace('One', 'Mine'));
    await outside(start.replace('One', 'Theirs'));
    const theirs = await host.call('scenario.open', { id });
    expect(document()).toMatchObject({
      text: start.replace('One', 'Mine'),
      outsideRevision: theirs.ok ? theirs.value.ref.revision : '',
    });
  });

  it.each(['', ' \n\n', '\uFEFF'])(
    'does not let a file emptied to %j take the text with it',
    async (empty) => {
      const { outside, document } = await opened();
      await outside(empty);
      expect(document().text).toBe(start);
      expect(document().outsideRevision).not.toBeNull();
    },
  );

  it('keeps the text of a file that is deleted, as unsaved, and takes it up when the file is back', async () => {
    const { outside, document } = await opened();
    await outside(null);
    expect(document()).toMatchObject({ text: start, outsideRevision: 'gone' });
    expect(isDirty(document())).toBe(true);
    await outside(start);
    expect(document()).toMatchObject({ text: start, outsideRevision: null });
    expect(isDirty(document())).toBe(false);
  });

  it('does not count as an edit what is the same text', async () => {
    const { documents, outside, document } = await opened();
    documents.edit(id, start.replace('One', 'Mine'));
    const { edit } = document();
    await outside(start.replace('One', 'Mine'));
    expect(document()).toMatchObject({ edit, savedText: start.replace('One', 'Mine') });
    expect(isDirty(document())).toBe(false);
  });

  it('has what was typed while the file was being read', async () => {
    const { host, documents, document } = await opened();
    const theirs = start.replace('2 years', '3 years');
    host.files.set(id, theirs);
    host.hold('scenario.open');
    const following = followFile({ host, documents, notices: createNotices() }, id, 'another');
    documents.edit(id, start.replace('One', 'Mine'));
    host.release('scenario.open');
    await following;
    expect(document().text).toBe(theirs.replace('One', 'Mine'));
  });
});
