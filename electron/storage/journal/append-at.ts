import { type FileHandle, open } from 'node:fs/promises';
import { codeOf } from '../file-fault.ts';

/** How a file was found: as long as it was left, gone, or of another length. */
export type Found = 'as-left' | 'gone' | 'changed';

/**
 * Writes bytes behind the end of a file that ought to be so many bytes long and flushes them; only looks where it is not.
 * Rejects when the disk refuses, and leaves then, as far as the disk lets it, the file as it was.
 */
export async function appendAt(path: string, bytes: Buffer, end: number): Promise<Found> {
  const file = await open(path, 'r+').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (file === null) return 'gone';
  try {
    if ((await file.stat()).size !== end) return 'changed';
    await writeAll(file, bytes, end);
    await file.datasync();
    return 'as-left';
  } catch (error) {
    await file.truncate(end).catch(() => undefined);
    throw error;
  } finally {
    await file.close();
  }
}

/** Goes on after a short write, so that a full disk is an error and not a cut-off record. */
async function writeAll(file: FileHandle, bytes: Buffer, start: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, start + done);
    done += bytesWritten;
  }
}
