import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beginJournal } from '../../../../electron/storage/journal/journal-file.ts';
import { openJournals } from '../../../../electron/storage/journal/journals.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const start = { library: '/library', id: 'a.scenario.yaml', revision: null, base: null, text: 'x', at: 1 };

describe('journals', () => {
  it('offers what a session or a dead process left, and not what is being written', async () => {
    const folder = await temporaryFolder();
    const journals = openJournals(folder);
    const journal = await journals.begin(start);
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    await beginJournal(join(folder, 'dead-process.journal'), { ...start, owner: dead });
    await beginJournal(join(folder, 'live-process.journal'), { ...start, owner: process.ppid });
    const found = new Map((await journals.list('/library')).map((one) => [one.key, one.isInUse]));
    expect([found.get('dead-process'), found.get('live-process')]).toEqual([false, true]);
    expect([...found.values()].filter(Boolean)).toHaveLength(2);
    expect(await journals.take('live-process')).toBeNull();
    expect(await journals.take('dead-process')).not.toBeNull();
    journals.release(journal);
    const left = (await journals.list('/library')).filter((one) => !one.isInUse);
    expect(left).toHaveLength(1);
  });

  it('lists only the journals of the library asked for, and ignores what is no journal', async () => {
    const folder = await temporaryFolder();
    const journals = openJournals(folder);
    journals.release(await journals.begin(start));
    journals.release(await journals.begin({ ...start, library: '/other' }));
    await writeFile(join(folder, 'rubbish-file.journal'), Buffer.from([0, 255, 10, 3]));
    await writeFile(join(folder, 'note.txt'), 'x');
    expect(await journals.list('/library')).toHaveLength(1);
    expect(await openJournals(join(folder, 'nowhere')).list('/library')).toEqual([]);
  });

  it.each(['', '..', '../../etc/passwd', 'a/b-c-d-e-f-g', 'UPPERCASE1', 'x'.repeat(81)])(
    'knows no journal by the key %j',
    async (key) => {
      const journals = openJournals(await temporaryFolder());
      expect(await journals.find(key)).toBeNull();
      expect(await journals.take(key)).toBeNull();
      await journals.remove(key);
    },
  );
});
