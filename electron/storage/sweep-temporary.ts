import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What `atomicWrite` calls its temporary files. */
const temporaryName = /^\..+\.[0-9a-f]{8}\.tmp$/;
/** A write takes milliseconds; what is older belongs to a program that was killed in the middle of one. */
const abandonedMilliseconds = 60_000;

/** Removes the temporary files that killed programs have left in folders. They hold only what never became a file. */
export async function sweepTemporary(folders: readonly string[], now: number): Promise<void> {
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((one) => temporaryName.test(one))) {
      const path = join(folder, name);
      const age = await stat(path).then(
        ({ mtimeMs }) => now - mtimeMs,
        () => 0,
      );
      if (age > abandonedMilliseconds) await unlink(path).catch(() => undefined);
    }
  }
}
