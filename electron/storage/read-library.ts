import { access, constants, stat } from 'node:fs/promises';
import { fail, ok } from '#shared/base/outcome.ts';
import type { ScenarioRef } from '#shared/contract/calls.ts';
import { idsNamed } from '#shared/scenario/layers/file-name.ts';
import { containedPath } from './contained-path.ts';
import { kindOf, readHeading, titleFromId } from './describe-file.ts';
import { fileFault } from './file-fault.ts';
import type { Library, Result } from './library.ts';
import { listFiles } from './list-files.ts';
import { readText, type TextFile } from './read-text.ts';
import { revisionOf } from './revision.ts';

/** Makes the reading half of a library. */
export function readLibrary(folder: string): Pick<Library, 'list' | 'open'> {
  /** What was found at a path, by a stamp that changes with the file, so that listing again reads only what is new. */
  const known = new Map<string, { readonly stamp: string; readonly ref: ScenarioRef }>();

  async function describe(id: string): Promise<ScenarioRef | null> {
    const path = await containedPath(folder, id);
    if (!path.ok) return null;
    const now = await stat(path.value).catch(() => null);
    if (now === null) return null;
    const stamp = [now.ino, now.size, now.mtimeMs, now.ctimeMs, now.mode].join(' ');
    const before = known.get(id);
    if (before?.stamp === stamp) return before.ref;
    const file = await readText(path.value, id);
    // A file that cannot be read is left out of the list; opening it by name says why.
    if (!file.ok) return null;
    const ref = await describeText(folder, path.value, id, file.value);
    known.set(id, { stamp, ref });
    return ref;
  }

  return {
    list: async () => {
      try {
        const refs = await Promise.all((await listFiles(folder)).files.map(describe));
        return ok(refs.filter((ref) => ref !== null));
      } catch (error) {
        return fail(fileFault(error, 'the library folder'));
      }
    },
    open: async (id) => {
      const path = await containedPath(folder, id);
      if (!path.ok) return path;
      const file = await readText(path.value, id);
      if (!file.ok) return file;
      return ok({ ref: await describeText(folder, path.value, id, file.value), text: file.value.text });
    },
  };
}

/** Reads the description of one file of a library. */
export async function readRef(folder: string, id: string): Result<ScenarioRef> {
  const path = await containedPath(folder, id);
  if (!path.ok) return path;
  const file = await readText(path.value, id);
  return file.ok ? ok(await describeText(folder, path.value, id, file.value)) : file;
}

async function describeText(folder: string, path: string, id: string, file: TextFile): Promise<ScenarioRef> {
  const heading = readHeading(file.text);
  const isWritable = await access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
  return {
    id,
    title: heading.title ?? titleFromId(id),
    revision: revisionOf(file.bytes),
    modified: file.modified.toISOString(),
    base: heading.base === null ? null : await findBase(folder, id, heading.base),
    kind: kindOf(id),
    isReadOnly: !isWritable,
  };
}

/** Finds which file of the library a base names; the likeliest where none is there, null where the name is no id. */
async function findBase(folder: string, id: string, name: string): Promise<string | null> {
  const ids = idsNamed(name, id);
  if (!ids.ok) return null;
  for (const candidate of ids.value) {
    const path = await containedPath(folder, candidate);
    const isThere =
      path.ok &&
      (await access(path.value).then(
        () => true,
        () => false,
      ));
    if (isThere) return candidate;
  }
  return ids.value[0] ?? null;
}
