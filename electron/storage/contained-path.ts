import { realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { checkId } from './check-id.ts';
import { codeOf, fileFault } from './file-fault.ts';

/**
 * Finds the place of an id below a folder, and refuses one that a link leads out of it. The file need not exist; the
 * part of its path that does must lie inside.
 */
export async function containedPath(folder: string, id: string): Promise<Outcome<string, Fault>> {
  const checked = checkId(id);
  if (!checked.ok) return checked;
  const path = join(folder, ...id.split('/'));
  try {
    const root = await realpath(folder);
    const actual = await realpathOfExisting(path);
    if (actual === root || isInside(root, actual)) return ok(path);
  } catch (error) {
    return fail(fileFault(error, id));
  }
  return fail({
    kind: 'refused',
    message: `${id}: it is a link to a place outside the library. Copy the file into the library instead.`,
  });
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way);
}

async function realpathOfExisting(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    // Not there yet; its folder decides. A link that leads nowhere counts as not there and is replaced by a save.
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    return realpathOfExisting(dirname(path));
  }
}
