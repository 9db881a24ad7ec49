import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { type FileHandle, link, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './file-fault.ts';
import { flushFolder } from './flush-folder.ts';

/** Virus scanners and indexers hold a file for moments on Windows; a rename is tried again that many times. */
const renameAttempts = 8;
const firstPauseMilliseconds = 5;

/**
 * Replaces the contents of a file, or makes it: after a crash at any moment the old or the new contents are there,
 * never a mixture. Keeps the permissions and, as far as the system lets it, the owner of the old file, and writes through a link to what it names.
 */
export async function atomicWrite(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const old = await stat(target).catch(() => null);
  const temporary = await writeBeside(target, bytes, old);
  try {
    await renameWithPatience(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await flushFolder(dirname(target));
}

/** Makes a file with all its contents at once; throws EEXIST, leaving it alone, when there is one already. */
export async function atomicCreate(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = await writeBeside(path, bytes, null);
  try {
    await linkOrCopy(temporary, path, bytes);
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
  await flushFolder(dirname(path));
}

/** Some disks (exFAT, network shares) know no second name for a file; there the contents are written in place. */
async function linkOrCopy(temporary: string, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(codeOf(error) ?? '')) throw error;
    const file = await open(path, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

/** Writes a temporary file in the same folder, so that renaming it stays on one disk, and flushes it to the disk. */
async function writeBeside(path: string, bytes: Uint8Array, old: Stats | null): Promise<string> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID().slice(0, 8)}.tmp`);
  const file = await open(temporary, 'wx', old?.mode);
  try {
    // Unlike a single write, this goes on after a short write, so that a full disk is an error and not a cut-off file.
    await file.writeFile(bytes);
    if (old !== null) await likeOld(file, old);
    await file.sync();
    await file.close();
    return temporary;
  } catch (error) {
    await file.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

/** Only the administrator may give files away; for anyone else the file becomes theirs, as with every other editor. */
async function likeOld(file: FileHandle, old: Stats): Promise<void> {
  const made = await file.stat();
  if (made.uid !== old.uid || made.gid !== old.gid) await file.chown(old.uid, old.gid).catch(() => undefined);
  await file.chmod(old.mode);
}

async function renameWithPatience(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const isPassing = ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '');
      if (!isPassing || process.platform !== 'win32' || attempt === renameAttempts) throw error;
      await pause(firstPauseMilliseconds * 2 ** attempt);
    }
  }
}
