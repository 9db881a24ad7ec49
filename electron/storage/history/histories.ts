import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EditHistory } from '#shared/base/edit-history.ts';
import { atomicWrite } from '../atomic-write.ts';
import { codeOf } from '../file-fault.ts';
import { createSequence } from '../sequence.ts';
import { decodeHistoryFile, encodeHistoryFile } from './history-file.ts';

/** What can be taken back in the files of all libraries. Nothing but a convenience: one that cannot be read is as none. */
export interface Histories {
  /** Keeps a history in the place of the one before; one of nothing is removed. Rejects when the disk refuses. */
  readonly keep: (library: string, id: string, history: EditHistory) => Promise<void>;
  readonly read: (library: string, id: string) => Promise<EditHistory | null>;
  /** Lets a history follow the new name of its file. */
  readonly move: (library: string, id: string, to: string) => Promise<void>;
  readonly remove: (library: string, id: string) => Promise<void>;
}

const extension = '.history';
/** Files of a library whose histories are kept; those touched longest ago go first. */
const filesLimit = 200;

/** Opens the folder of the histories, which need not be there yet. */
export function openHistories(folder: string): Histories {
  const inSequence = createSequence();
  const pathOf = (library: string, id: string): string =>
    join(folder, hash(library), `${hash(id)}${extension}`);

  async function keep(path: string, id: string, history: EditHistory): Promise<void> {
    if (history.past.length === 0 && history.future.length === 0) return removed(path);
    await mkdir(dirname(path), { recursive: true });
    await atomicWrite(path, encodeHistoryFile(id, history));
    await thin(dirname(path));
  }

  return {
    keep: (library, id, history) => inSequence(() => keep(pathOf(library, id), id, history)),
    read: (library, id) =>
      inSequence(async () => {
        const bytes = await readFile(pathOf(library, id)).catch(() => null);
        return bytes === null ? null : decodeHistoryFile(id, bytes);
      }),
    move: (library, id, to) =>
      inSequence(async () => {
        const bytes = await readFile(pathOf(library, id)).catch(() => null);
        const history = bytes === null ? null : decodeHistoryFile(id, bytes);
        await removed(pathOf(library, id));
        if (history !== null) await keep(pathOf(library, to), to, history);
      }),
    remove: (library, id) => inSequence(() => removed(pathOf(library, id))),
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

async function removed(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}

async function thin(place: string): Promise<void> {
  const names = (await readdir(place)).filter((name) => name.endsWith(extension));
  if (names.length <= filesLimit) return;
  const dated = await Promise.all(
    names.map(async (name) => ({ path: join(place, name), at: (await stat(join(place, name))).mtimeMs })),
  );
  for (const { path } of dated.sort((a, b) => b.at - a.at).slice(filesLimit)) await removed(path);
}
