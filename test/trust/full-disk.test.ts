import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, statfs, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSessionJournal } from '../../electron/service/session-journal.ts';
import { bundle } from '../support/bundle.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openStorage } from './children/storage.ts';
import { startChild } from './support/child.ts';
import { numberedText, numberOf } from './support/numbered-text.ts';
import { isFull, tried } from './support/tried.ts';

const id = 'deal.scenario.yaml';
const blockBytes = 4_096;

/** Makes a small disk of its own in memory; null where the system does not let us. */
async function smallDisk(): Promise<string | null> {
  const folder = await temporaryFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  if (mounted.status !== 0) return null;
  onTestFinished(() => {
    spawnSync('umount', ['-l', folder]);
  });
  return folder;
}

/** Takes all room of a disk but for so many blocks. */
async function leaveBlocks(folder: string, blocks: number): Promise<string> {
  const { bavail, bsize } = await statfs(folder);
  const ballast = join(folder, '.ballast');
  await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - blocks * blockBytes)));
  return ballast;
}

interface Went {
  readonly ok: boolean;
  readonly error?: { readonly kind: string; readonly message: string };
}

describe('a full disk', () => {
  it('refuses in words and loses nothing, at whatever step of a write it is full', async () => {
    const disk = await smallDisk();
    // Without the right to mount, the limit on the size of files below tries the same steps.
    if (disk === null)
      return tried({
        what: 'disk of 1 MB filled up',
        times: 1,
        lost: 0,
        note: 'not permitted here; see the next line',
      });
    const home = { library: join(disk, 'library'), memory: join(disk, 'memory') };
    await mkdir(home.library);
    await writeFile(join(home.library, id), numberedText(1));
    const { files, journals } = await openStorage(home);
    let [count, lost, refusals] = [0, 0, 0];
    let saved = 1;
    let noted = 1;
    const journal = createSessionJournal(journals, () => Date.now());
    for (let blocks = 0; blocks < (isFull ? 60 : 20); blocks += 1) {
      const opened = await files.open(id);
      if (!opened.ok) throw new Error('the file is gone');
      const { revision } = opened.value.ref;
      await journal.note(files.folder, { id, text: numberedText(noted), revision, base: opened.value.text });
      const ballast = await leaveBlocks(disk, blocks);
      const next = Math.max(saved, noted) + 1;
      const text = numberedText(next);
      const note = (await journal.note(files.folder, {
        id,
        text,
        revision,
        base: opened.value.text,
      })) as Went;
      const save = (await files.save(id, text, revision)) as Went;
      if (note.ok) noted = next;
      if (save.ok) saved = next;
      for (const went of [note, save]) {
        if (went.ok) continue;
        refusals += 1;
        if (went.error?.kind !== 'refused' || !/disk is full/.test(went.error.message)) lost += 1;
      }
      const now = await readFile(join(home.library, id), 'utf8');
      const left = (await journals.list(files.folder))[0];
      if (numberOf(now) !== saved) lost += 1;
      if (left === undefined || numberOf(left.text) !== noted) lost += 1;
      if ((await readdir(home.library)).length !== 1) lost += 1;
      await unlink(ballast);
      count += 2;
    }
    expect(refusals).toBeGreaterThan(0);
    tried({ what: 'disk of 1 MB filled up', times: count, lost, note: `${refusals} refusals in words` });
  });

  it('does the same where a limit on the size of files takes the place of the disk', async () => {
    const program = await bundle('test/trust/children/one-save.ts');
    const folder = await temporaryFolder();
    const home = { library: join(folder, 'library'), memory: join(folder, 'memory') };
    await mkdir(home.library);
    await writeFile(join(home.library, id), 'title: before\n');
    const text = `title: after\n${'# a line of some length\n'.repeat(4_000)}`;
    let lost = 0;
    const limits = isFull ? [0, 1, 2, 8, 16, 40, 64, 90] : [0, 8, 64];
    for (const blocks of limits) {
      // The signal that goes with the limit is ignored, so that the program sees an error as it would on a full disk.
      const limited = ['sh', '-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`, 'sh'];
      const child = startChild(program, { ...home, id, text }, { before: limited });
      const answer = JSON.parse(await child.said(/^\{/)) as Record<'noted' | 'saved' | 'created', Went>;
      for (const went of Object.values(answer)) {
        if (went.ok || went.error?.kind !== 'refused') lost += 1;
      }
      if ((await readFile(join(home.library, id), 'utf8')) !== 'title: before\n') lost += 1;
      if ((await readdir(home.library)).length !== 1) lost += 1;
      await child.ended;
    }
    tried({ what: 'limit on the size of files', times: limits.length * 3, lost });
  });
});
