import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createSessionJournal } from '../../electron/service/session-journal.ts';
import { readRecords } from '../../electron/storage/journal/record.ts';
import { afterPowerLoss, type Disk, type Survivors } from '../support/power-loss.ts';
import type { recordDisk } from '../support/recorded-disk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openStorage } from './children/storage.ts';
import { numberedText } from './support/numbered-text.ts';
import { tried } from './support/tried.ts';

const disk = vi.hoisted(() => ({ current: null as ReturnType<typeof recordDisk> | null }));

// The real disk, under which every step is written down.
vi.mock('node:fs/promises', async (original) => {
  const { recordDisk: record } = await import('../support/recorded-disk.ts');
  disk.current = record();
  return disk.current.over(await original<typeof import('node:fs/promises')>());
});

const id = 'deal.scenario.yaml';
const [before, after] = [numberedText(1), numberedText(2)];

function recorded(): ReturnType<typeof recordDisk> {
  if (disk.current === null) throw new Error('the disk is not recorded');
  return disk.current;
}

async function home() {
  const folder = await temporaryFolder();
  const places = { library: join(folder, 'library'), memory: join(folder, 'memory') };
  await mkdir(places.library);
  await writeFile(join(places.library, id), before);
  const storage = await openStorage(places);
  const path = (name: string): string => join(places.library, name);
  const begin = (...more: readonly string[]): Disk =>
    recorded().begin(folder, places.library, path(id), ...more);
  return { ...storage, memory: places.memory, path, begin };
}

/** Loses the power after every step that was made; says how many disks were looked at and how many were not as they ought to be. */
function losePower(
  start: Disk,
  isSound: (left: Survivors) => boolean,
  isDone: (left: Survivors) => boolean,
): { readonly times: number; readonly lost: number } {
  const { steps } = recorded();
  let [times, lost] = [0, 0];
  for (let count = 0; count <= steps.length; count += 1) {
    for (const left of afterPowerLoss(start, steps.slice(0, count))) {
      times += 1;
      // What has been answered must be there; until then what was before may be.
      if (!isSound(left) || (count === steps.length && !isDone(left))) lost += 1;
    }
  }
  return { times, lost };
}

/** What is known of unsaved work. */
function noted(left: Survivors): string | undefined {
  return [...left]
    .filter(([name]) => name.endsWith('.journal'))
    .map(([, bytes]) => readRecords(Buffer.from(bytes))?.text)[0];
}

describe('a loss of power, at any step', () => {
  it('of a save leaves the old text or the new one, whole, and the new one once it was answered', async () => {
    const { files, path, begin } = await home();
    const opened = await files.open(id);
    if (!opened.ok) throw new Error('the file is there');
    const start = begin();
    expect((await files.save(id, after, opened.value.ref.revision)).ok).toBe(true);
    const seen = losePower(
      start,
      (left) => [before, after].includes(left.get(path(id)) ?? ''),
      (left) => left.get(path(id)) === after,
    );
    tried({ what: 'power lost during a save', ...seen });
  });

  it('of making a file in a new folder leaves no half of it, and all of it once it was answered', async () => {
    const { files, path, begin } = await home();
    const name = 'deals/2026/new.scenario.yaml';
    const start = begin();
    expect((await files.create(name, after)).ok).toBe(true);
    const seen = losePower(
      start,
      (left) => [undefined, after].includes(left.get(path(name))),
      (left) => left.get(path(name)) === after,
    );
    tried({ what: 'power lost while a file is made', ...seen });
  });

  it.each([
    ['renamed', 'renamed.scenario.yaml'],
    ['moved to a new folder', 'deals/renamed.scenario.yaml'],
  ])('of a file that is %s leaves it under one of its names', async (way, name) => {
    const { files, path, begin } = await home();
    const start = begin();
    expect((await files.rename(id, name)).ok).toBe(true);
    const seen = losePower(
      start,
      (left) => [left.get(path(id)), left.get(path(name))].includes(before),
      (left) => left.get(path(name)) === before && !left.has(path(id)),
    );
    tried({ what: `power lost while a file is ${way}`, ...seen });
  });

  it('of a file put into the trash leaves it here or there', async () => {
    const { files, path, begin } = await home();
    const start = begin();
    expect((await files.remove(id)).ok).toBe(true);
    const inTrash = (left: Survivors): boolean =>
      [...left].some(([name, text]) => name.startsWith(path('.trash')) && text === before);
    const seen = losePower(start, (left) => left.get(path(id)) === before || inTrash(left), inTrash);
    tried({ what: 'power lost while a file is put into the trash', ...seen });
  });

  it('of a note in the journal loses none that was answered', async () => {
    const { files, journals, begin } = await home();
    const journal = createSessionJournal(journals, () => 1);
    const start = begin();
    let [times, lost] = [0, 0];
    for (const number of [3, 4, 5]) {
      const text = numberedText(number);
      expect((await journal.note(files.folder, { id, text, revision: 'r', base: before })).ok).toBe(true);
      const known = [undefined, ...[3, 4, 5].map(numberedText)];
      const seen = losePower(
        start,
        (left) => known.includes(noted(left)),
        (left) => noted(left) === text,
      );
      times += seen.times;
      lost += seen.lost;
    }
    tried({ what: 'power lost during a note in the journal', times, lost });
  });

  it('of a save with unsaved work noted before it offers nothing that is older than the file', async () => {
    const { files, journals, memory, path, begin } = await home();
    const opened = await files.open(id);
    if (!opened.ok) throw new Error('the file is there');
    const { revision } = opened.value.ref;
    const journal = createSessionJournal(journals, () => 1);
    const halfWay = numberedText(3);
    await journal.note(files.folder, { id, text: halfWay, revision, base: before });
    const notes = join(memory, 'journal');
    const start = begin(notes, ...(await readdir(notes)).map((name) => join(notes, name)));
    await journal.handOver(files.folder, id, after);
    expect((await files.save(id, after, revision)).ok).toBe(true);
    const isSound = (left: Survivors): boolean =>
      left.get(path(id)) === after ? noted(left) === after : [halfWay, after].includes(noted(left) ?? '');
    const seen = losePower(start, isSound, (left) => left.get(path(id)) === after);
    tried({ what: 'power lost during a save, with work noted before', ...seen });
  });

  it('of a save leaves the text it replaced among the versions', async () => {
    const { files, begin } = await home();
    const opened = await files.open(id);
    if (!opened.ok) throw new Error('the file is there');
    const start = begin();
    expect((await files.save(id, after, opened.value.ref.revision)).ok).toBe(true);
    const kept = (left: Survivors): string[] =>
      [...left]
        .filter(([name]) => name.endsWith('.version'))
        .map(([, text]) => text.slice(text.indexOf('\n') + 1));
    const seen = losePower(
      start,
      (left) => kept(left).every((text) => [before, after].includes(text)),
      (left) => kept(left).includes(before) && kept(left).includes(after),
    );
    tried({ what: 'power lost while a version is kept', ...seen });
  });
});
