import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fail, ok } from '#shared/base/outcome.ts';
import { createSessionJournal, type SessionJournal } from '../../../electron/service/session-journal.ts';
import { openJournals } from '../../../electron/storage/journal/journals.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const library = '/library';
const id = 'deal.scenario.yaml';
let journal: SessionJournal;

beforeEach(async () => {
  journal = createSessionJournal(openJournals(join(await temporaryFolder(), 'journal')), () => 0);
});

const note = (text: string) => journal.note(library, { id, text, revision: 'one', base: 'first' });

describe('a text that is let go of', () => {
  it('is given as it was last noted, and nothing once it has been given', async () => {
    await note('typed');
    expect(await journal.clear(library, id)).toBe('typed');
    expect(await journal.clear(library, id)).toBeNull();
  });

  it('is missed by nobody when a save has overtaken it, and by somebody when the save failed', async () => {
    await note('typed');
    await journal.during(library, id, async () => ok({}));
    expect(await journal.clear(library, id)).toBeNull();
    await note('typed');
    await journal.during(library, id, async () => fail({ kind: 'refused', message: 'The disk is full.' }));
    expect(await journal.clear(library, id)).toBe('typed');
  });

  it('is newer than the file when it was noted while the save was under way', async () => {
    await note('saved');
    await journal.during(library, id, async () => {
      expect(await note('typed since')).toEqual(ok(undefined));
      return ok({});
    });
    expect(await journal.clear(library, id)).toBe('typed since');
  });
});
