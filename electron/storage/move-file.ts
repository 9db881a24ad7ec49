import { link, lstat, rename, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from './file-fault.ts';
import { flushFolder } from './flush-folder.ts';

/** Moves a file without ever replacing another; throws EEXIST where one is. A loss of power leaves it under one name or the other. */
export async function moveFile(from: string, to: string): Promise<void> {
  await move(from, to);
  await flushFolder(dirname(to));
  if (dirname(from) !== dirname(to)) await flushFolder(dirname(from));
}

async function move(from: string, to: string): Promise<void> {
  if (await isSameFile(from, to)) return rename(from, to);
  if ((await lstat(from)).isSymbolicLink()) return moveUnguarded(from, to);
  try {
    await link(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(codeOf(error) ?? '')) throw error;
    return moveUnguarded(from, to);
  }
  // The new name must be lasting before the old one goes.
  await flushFolder(dirname(to));
  await unlink(from);
}

/** Looks first and moves then, where a second name for a file is not to be had. */
async function moveUnguarded(from: string, to: string): Promise<void> {
  const isTaken = await lstat(to).then(
    () => true,
    () => false,
  );
  if (isTaken) throw Object.assign(new Error(`${to} exists`), { code: 'EEXIST' });
  await rename(from, to);
}

/** A change of case alone names the same file on some disks. */
async function isSameFile(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(a), stat(b).catch(() => null)]);
  return (
    second !== null &&
    first.ino === second.ino &&
    first.dev === second.dev &&
    a.toLowerCase() === b.toLowerCase()
  );
}
