import { appendFile, readFile, truncate, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaceIn } from '#shared/base/replacement.ts';
import {
  beginJournal,
  readJournal,
  resumeJournal,
} from '../../../../electron/storage/journal/journal-file.ts';
import { readRecords } from '../../../../electron/storage/journal/record.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const start = {
  library: '/library',
  id: 'a.scenario.yaml',
  revision: 'r1',
  base: 'title: One\n',
  text: 'title: One\n',
  owner: process.pid,
  at: 1,
};

async function journalPath(): Promise<string> {
  return join(await temporaryFolder(), 'a.journal');
}

describe('journal file', () => {
  it('gives back the last text noted, and the steps that led to it, whatever was typed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 12 }),
        async (texts) => {
          const path = await journalPath();
          const journal = await beginJournal(path, start);
          for (const [at, text] of texts.entries()) await journal.note(text, at);
          const read = await readJournal(path);
          expect(read?.text).toBe(texts.at(-1) ?? start.text);
          expect(read?.bursts.reduce(replaceIn, read.beginning.text)).toBe(read?.text);
        },
      ),
      { seed: 7, numRuns: 60 },
    );
  });

  it('reads up to the last whole record, wherever the file is cut off', async () => {
    const path = await journalPath();
    const journal = await beginJournal(path, start);
    const texts = ['title: Two\n', 'title: Two\nseed: 1 # ünïcödé 𝄞\n', '', 'title: Three\n'];
    const ends: number[] = [(await readFile(path)).length];
    for (const text of texts) {
      await journal.note(text, 2);
      ends.push((await readFile(path)).length);
    }
    const whole = await readFile(path);
    for (let length = 0; length <= whole.length; length += 1) {
      const records = ends.filter((end) => end <= length).length;
      const expected = records === 0 ? undefined : records === 1 ? start.text : texts[records - 2];
      expect(readRecords(whole.subarray(0, length))?.text, `cut at ${length}`).toBe(expected);
    }
  });

  it('stops at the first damaged byte instead of giving a text nobody wrote', async () => {
    const path = await journalPath();
    const journal = await beginJournal(path, start);
    const texts = [start.text, 'title: Two\n', 'title: Three\n', 'title: Four\n'];
    for (const text of texts.slice(1)) await journal.note(text, 2);
    const whole = await readFile(path);
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x41;
      const read = readRecords(damaged);
      expect(read === null || texts.includes(read.text), `damaged at ${at}`).toBe(true);
    }
  });

  it('goes on behind what was cut off when its writer died', async () => {
    const path = await journalPath();
    const journal = await beginJournal(path, start);
    await journal.note('title: Two\n', 2);
    await appendFile(path, 'deadbeef {"kind":"bur');
    const resumed = await resumeJournal(path, process.pid);
    await resumed?.note('title: Three\n', 3);
    expect(await readJournal(path)).toMatchObject({ text: 'title: Three\n', at: 3 });
  });

  it.each([
    ['gone', (path: string) => unlink(path)],
    ['emptied', (path: string) => truncate(path, 0)],
    [
      'overwritten',
      (path: string) => writeFile(path, 'something else entirely, and longer than it was before'.repeat(9)),
    ],
  ])('keeps the text when its file is %s behind its back', async (_, harm) => {
    const path = await journalPath();
    const journal = await beginJournal(path, start);
    await journal.note('title: Two\n', 2);
    await harm(path);
    await journal.note('title: Three\n', 3);
    expect((await readJournal(journal.path()))?.text).toBe('title: Three\n');
  });

  it('does not write into a journal that another process has taken over', async () => {
    const path = await journalPath();
    const first = await beginJournal(path, start);
    const second = await resumeJournal(path, process.pid);
    await second?.note('title: Second\n', 2);
    await first.note('title: First\n', 3);
    expect((await readJournal(path))?.text).toBe('title: Second\n');
    expect((await readJournal(first.path()))?.text).toBe('title: First\n');
  });

  it('stays small through a long day, and still knows the last steps', async () => {
    const path = await journalPath();
    const journal = await beginJournal(path, start);
    const paste = 'x'.repeat(20_000);
    for (let at = 0; at < 400; at += 1) await journal.note(`${at} ${at % 2 === 0 ? paste : ''}`, at);
    const read = await readJournal(path);
    expect(read?.text).toBe('399 ');
    expect(read?.bytes).toBeLessThan(1_500_000);
    expect(read?.bursts.length).toBeGreaterThan(10);
    expect(read?.bursts.reduce(replaceIn, read.beginning.text)).toBe('399 ');
  });

  it('begins anew from a saved file under a text that is ahead of it', async () => {
    const path = await journalPath();
    const journal = await beginJournal(path, start);
    await journal.note('title: Two\n', 2);
    await journal.rebase({ ...start, revision: 'r2', base: 'title: Two\n', text: 'title: Three\n', at: 3 });
    const read = await readJournal(path);
    expect(read).toMatchObject({
      text: 'title: Three\n',
      beginning: { revision: 'r2', base: 'title: Two\n' },
    });
  });
});
