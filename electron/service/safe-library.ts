import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Histories } from '../storage/history/histories.ts';
import type { Library } from '../storage/library.ts';
import { withProcessLock } from '../storage/process-lock.ts';
import type { VersionNote, Versions } from '../storage/versions/versions.ts';

/** What a library needs to be safe. */
export interface SafeLibraryParts {
  readonly versions: Versions;
  readonly histories: Histories;
  /** Folder for the locks that keep two programs over one library apart. */
  readonly locks: string;
  readonly now: () => number;
  /** Hears that a version could not be kept; the save it belongs to goes on. */
  readonly reportLoss: (error: unknown) => void;
}

/**
 * Makes a library that keeps what a save replaces and what it writes as versions, and in which no two programs save at
 * once; what can be taken back in a file follows it. A version that cannot be kept, as on a full disk, does not stop the save.
 */
export function safeLibrary(library: Library, parts: SafeLibraryParts): Library {
  const { versions, histories, locks, now, reportLoss } = parts;
  const { folder } = library;
  const lock = join(locks, `${createHash('sha256').update(folder).digest('hex').slice(0, 24)}.lock`);
  const alone = <T>(task: () => Promise<T>): Promise<T> => withProcessLock(lock, task);

  async function keep(id: string, text: string, cause: VersionNote['cause']): Promise<void> {
    await versions.keep(folder, id, text, { cause, at: now(), name: null }).catch(reportLoss);
  }

  return {
    ...library,
    save: (id, text, basedOn) =>
      alone(async () => {
        const before = await library.open(id);
        const saved = await library.save(id, text, basedOn);
        if (saved.ok && before.ok) {
          await keep(id, before.value.text, 'replaced');
          await keep(id, text, 'saved');
        }
        return saved;
      }),
    create: (id, text) =>
      alone(async () => {
        const created = await library.create(id, text);
        if (created.ok) await keep(id, text, 'saved');
        return created;
      }),
    rename: (id, to) =>
      alone(async () => {
        const renamed = await library.rename(id, to);
        if (renamed.ok) {
          await versions.move(folder, id, to).catch(reportLoss);
          await histories.move(folder, id, to).catch(reportLoss);
        }
        return renamed;
      }),
    remove: (id) =>
      alone(async () => {
        const before = await library.open(id);
        const removed = await library.remove(id);
        if (removed.ok && before.ok) await keep(id, before.value.text, 'replaced');
        if (removed.ok) await histories.remove(folder, id).catch(reportLoss);
        return removed;
      }),
  };
}
