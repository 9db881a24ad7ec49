import { cp, mkdir, readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { codeOf } from './file-fault.ts';

/**
 * Fills an empty library with the shipped scenarios, once: a folder with anything in it is the user's and is left alone.
 * Says whether it did.
 */
export async function seedLibrary(folder: string, shipped: string): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  const present = (await readdir(folder)).filter((name) => !name.startsWith('.'));
  if (present.length > 0) return false;
  try {
    await cp(shipped, folder, {
      recursive: true,
      errorOnExist: true,
      force: false,
      filter: (path) => !basename(path).startsWith('.'),
    });
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
