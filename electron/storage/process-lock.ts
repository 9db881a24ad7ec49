import { open, readFile, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './file-fault.ts';
import { isAlive } from './journal/is-alive.ts';
import { makeFolder } from './make-folder.ts';

const pauseMilliseconds = 8;
/** A save takes milliseconds; whoever holds a lock longer has died without saying so, or the number of a dead process is used again. */
const patienceMilliseconds = 3_000;

/**
 * Runs a task while no other process runs one under the same lock file: two programs over one library would otherwise
 * look at a file, find it unchanged, and write over one another. Where no lock can be had at all the task runs without.
 */
export async function withProcessLock<T>(path: string, task: () => Promise<T>): Promise<T> {
  const isLocked = await lock(path);
  try {
    return await task();
  } finally {
    if (isLocked) await unlink(path).catch(() => undefined);
  }
}

async function lock(path: string): Promise<boolean> {
  const started = performance.now();
  for (;;) {
    const taken = await tryLock(path);
    if (taken !== 'taken') return taken === 'mine';
    const isOverdue = performance.now() - started > patienceMilliseconds;
    if (isOverdue || (await isAbandoned(path))) await unlink(path).catch(() => undefined);
    else await pause(pauseMilliseconds);
  }
}

async function tryLock(path: string): Promise<'mine' | 'taken' | 'impossible'> {
  try {
    const file = await open(path, 'wx');
    try {
      // That the file is there is the lock; on a full disk it stays empty.
      await file.writeFile(String(process.pid)).catch(() => undefined);
    } finally {
      await file.close();
    }
    return 'mine';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'taken';
    if (codeOf(error) !== 'ENOENT') return 'impossible';
    const isThere = await makeFolder(dirname(path)).then(
      () => true,
      () => false,
    );
    return isThere ? 'taken' : 'impossible';
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return false;
  const pid = Number(text);
  if (Number.isInteger(pid) && pid > 0) return pid !== process.pid && !isAlive(pid);
  // Made but not written yet, or its writer died in between: the patience of the caller decides.
  return (await stat(path).catch(() => null)) === null;
}
