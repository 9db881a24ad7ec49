import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import type { Library, LibraryChange } from './library.ts';
import { listFiles } from './list-files.ts';

/** An atomic save shows as a burst of events; its end is waited for. */
const quietMilliseconds = 60;
/** Where the system cannot watch a folder (network shares, exhausted watches), it is looked at this often instead. */
const pollMilliseconds = 3_000;

/**
 * Tells of files of a folder that appear, change or go, by comparing what is there with what was: the events of the
 * system say only that it is time to look. What was given out before the first look is held against it, so that nobody
 * goes on with a text that changed in between.
 */
export function watchFolder(
  folder: string,
  list: Library['list'],
  listener: (change: LibraryChange) => void,
  given: ReadonlyMap<string, string> = new Map(),
): () => void {
  const watchers = new Map<string, FSWatcher>();
  let known: ReadonlyMap<string, string> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let poll: NodeJS.Timeout | null = null;
  let isClosed = false;
  let isLooking = false;
  let isLookDue = false;

  function lookSoon(): void {
    if (isClosed || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      void look();
    }, quietMilliseconds);
    timer.unref();
  }

  async function look(): Promise<void> {
    if (isLooking) {
      isLookDue = true;
      return;
    }
    isLooking = true;
    const listing = await listFiles(folder).catch(() => null);
    const refs = await list();
    isLooking = false;
    if (isClosed) return;
    if (listing !== null && refs.ok) {
      watchFolders(listing.folders);
      const now = new Map(refs.value.map((ref) => [ref.id, ref.revision]));
      for (const change of differences(known ?? new Map([...now, ...given]), now)) listener(change);
      known = now;
    }
    if (isLookDue) {
      isLookDue = false;
      lookSoon();
    }
  }

  function watchFolders(folders: readonly string[]): void {
    const wanted = new Set(folders);
    for (const [name, watcher] of watchers) {
      if (wanted.has(name)) continue;
      watcher.close();
      watchers.delete(name);
    }
    for (const name of wanted) if (!watchers.has(name)) watchOne(name);
  }

  function watchOne(name: string): void {
    try {
      const watcher = watch(join(folder, name), { persistent: false }, lookSoon);
      watcher.on('error', () => {
        watcher.close();
        watchers.delete(name);
        pollInstead();
      });
      watchers.set(name, watcher);
    } catch {
      pollInstead();
    }
  }

  function pollInstead(): void {
    if (poll !== null || isClosed) return;
    poll = setInterval(() => void look(), pollMilliseconds);
    poll.unref();
  }

  watchOne('');
  void look();
  return () => {
    isClosed = true;
    if (timer !== null) clearTimeout(timer);
    if (poll !== null) clearInterval(poll);
    for (const watcher of watchers.values()) watcher.close();
  };
}

function differences(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): LibraryChange[] {
  const changes: LibraryChange[] = [];
  for (const [id, revision] of now) {
    const old = before.get(id);
    if (old === undefined) changes.push({ kind: 'added', id, revision });
    else if (old !== revision) changes.push({ kind: 'changed', id, revision });
  }
  for (const id of before.keys()) if (!now.has(id)) changes.push({ kind: 'removed', id, revision: null });
  return changes;
}
