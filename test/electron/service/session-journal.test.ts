import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '#shared/base/outcome.ts';
import { createSessionJournal, type SessionJournal } from '../../../electron/service/session-journal.ts';
import { type Journals, openJournals } from '../../../electron/storage/journal/journals.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const library = '/library';
const id = 'deal.scenario.yaml';
let journals: Journals;
let journal: SessionJournal;

beforeEach(async () => {
  journals = openJournals(join(await temporaryFolder(), 'journal'));
  journal = createSessionJournal(journals, () => 0);
});

const note = (text: string) => journal.note(library, { id, text, revision: 'one', base: 'first' });

describe('a text that is let go of', () => {
  it('is given as it was last noted, and nothing once it has been given', async () => {
    await note('typed');
    expect(await journal.clear(library, id)).toBe('typed');
    expect(await journal.clear(library, id)).toBeNull();
  });

  it('is that of the last save that was begun', async () => {
    await note('typed');
    await journal.handOver(library, id, 'typed and saved');
    expect(await journal.clear(library, id)).toBe('typed and saved');
  });

  it('is newer than the file when it was noted after the save had begun', async () => {
    await note('typed');
    await journal.handOver(library, id, 'saved');
    expect(await note('typed since')).toEqual(ok(undefined));
    expect(await journal.clear(library, id)).toBe('typed since');
  });

  it('is none where nothing was noted before the save', async () => {
    await journal.handOver(library, id, 'saved');
    expect(journal.held()).toEqual([]);
    expect(await journal.clear(library, id)).toBeNull();
  });
});

describe('a disk that takes no note any more', () => {
  it('does not keep a save from being tried', async () => {
    const full: Journals = {
      ...journals,
      begin: async (start) => ({
        ...(await journals.begin(start)),
        note: () => Promise.reject(new Error('ENOSPC')),
      }),
    };
    journal = createSessionJournal(full, () => 0);
    await note('typed');
    await expect(journal.handOver(library, id, 'typed and saved')).resolves.toBeUndefined();
  });
});
