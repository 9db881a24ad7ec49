import { cp, mkdir, readdir, realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { codeOf, fileFault } from './file-fault.ts';

/**
 * Fills an empty library with the shipped scenarios, once: a folder with anything in it is the user's and is left alone. The folder
 * may be a link to one. Says whether it did, or why the folder cannot be one.
 */
export async function seedLibrary(folder: string, shipped: string): Promise<Outcome<boolean, Fault>> {
  try {
    await mkdir(folder, { recursive: true });
    const place = await realpath(folder);
    const present = (await readdir(place)).filter((name) => !name.startsWith('.'));
    return ok(present.length === 0 && (await copyInto(place, shipped)));
  } catch (error) {
    return fail(codeOf(error) === 'ENOENT' ? linkToNothing(folder) : fileFault(error, folder));
  }
}

async function copyInto(folder: string, shipped: string): Promise<boolean> {
  try {
    await cp(await realpath(shipped), folder, {
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

/** All missing folders have just been made, so that nothing else can be missing. */
function linkToNothing(folder: string): Fault {
  const message = `${folder}: it is a link to a folder that is not there. Make that folder, or name another one for your scenarios.`;
  return { kind: 'refused', message };
}
