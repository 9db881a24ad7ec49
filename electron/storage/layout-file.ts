import { lstat, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { atomicWrite } from './atomic-write.ts';
import { codeOf, fileFault } from './file-fault.ts';

/** Beside the scenarios, so that it goes with a copy of the folder and into its version control; hidden from the list of files. */
const place = '.offtake';
const name = 'layout.json';
const bytesLimit = 200_000;

/** Reads the layout that is kept with a library; null where there is none that could be one. */
export async function readLayout(library: string): Promise<string | null> {
  const path = join(library, place, name);
  if (await leadsAway(library)) return null;
  const found = await lstat(path).catch(() => null);
  // A folder from elsewhere may hold anything under that name: a pipe to wait at, or more than fits into memory.
  if (found === null || !found.isFile() || found.size > bytesLimit) return null;
  return readFile(path, 'utf8').catch(() => null);
}

/** Keeps a layout with a library; refused where the folder cannot be written, or where a link would lead out of it. */
export async function writeLayout(library: string, text: string): Promise<Outcome<void, Fault>> {
  const label = `${place}/${name}`;
  try {
    if (await leadsAway(library)) {
      const message = `${label}: it is a link. Remove it, and the layout can be kept with the folder.`;
      return fail({ kind: 'refused', message });
    }
    await mkdir(join(library, place), { recursive: true });
    await atomicWrite(join(library, place, name), Buffer.from(`${text}\n`));
    return ok(undefined);
  } catch (error) {
    return fail(fileFault(error, label));
  }
}

/** A folder from elsewhere may hold links, through which a write would reach any file of the user. */
async function leadsAway(library: string): Promise<boolean> {
  for (const path of [join(library, place), join(library, place, name)]) {
    const isLink = await lstat(path).then(
      (found) => found.isSymbolicLink(),
      (error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error;
        return false;
      },
    );
    if (isLink) return true;
  }
  return false;
}
