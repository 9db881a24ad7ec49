import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { atomicWrite } from './atomic-write.ts';
import { makeFolder } from './make-folder.ts';

/** Reads which folder the user has chosen as the library; null when none has been, or none that can be read. */
export function readChosenLibrary(path: string): string | null {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const { folder } = Object(content) as { readonly folder?: unknown };
    return typeof folder === 'string' && folder !== '' ? folder : null;
  } catch {
    return null;
  }
}

/** Says whether a folder is there and may be read, as one on a drive that is not plugged in is not. */
export function isFolderThere(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.X_OK);
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Remembers the folder the user has chosen. Forgetting it costs a second choice, so a failure is not told. */
export async function rememberLibrary(path: string, folder: string): Promise<void> {
  await makeFolder(dirname(path))
    .then(() => atomicWrite(path, Buffer.from(`${JSON.stringify({ folder })}\n`)))
    .catch(() => undefined);
}
