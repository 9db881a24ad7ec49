import { realpath, stat } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { collectCompanions } from '../storage/collect-companions.ts';
import { fileFault } from '../storage/file-fault.ts';
import { readText } from '../storage/read-text.ts';

/** Why a path gives no scenario: it names nothing that can be read, or what it names cannot be one. */
export interface SourceFault {
  readonly kind: 'path' | 'contents';
  readonly message: string;
}

/**
 * Reads a scenario file by its path, with the files it builds on, calling it by the name the user gave. Those are looked for in the library the file lies in,
 * the first that holds it, or else in its own folder.
 */
export async function openSource(
  name: string,
  path: string,
  libraries: readonly string[],
): Promise<Outcome<ScenarioSource, SourceFault>> {
  const place = await stat(path).catch((error: unknown) => fileFault(error, name));
  if ('kind' in place)
    return fail({ kind: 'path', message: 'message' in place ? place.message : place.kind });
  if (place.isDirectory()) {
    return fail({
      kind: 'path',
      message: `${name}: it is a folder, not a file. Name a scenario file in it.`,
    });
  }
  const file = await readText(path, name);
  if (!file.ok) {
    return fail({
      kind: 'contents',
      message: 'message' in file.error ? file.error.message : file.error.kind,
    });
  }
  const { text } = file.value;
  if (text.trim() === '') {
    return fail({
      kind: 'contents',
      message: `${name}: it is empty. A scenario begins with “offtake: 1” and a title.`,
    });
  }
  const actual = await realpath(path);
  const folder = (await holding(actual, libraries)) ?? dirname(actual);
  const id = relative(folder, actual).split(sep).join('/');
  return ok({ id, text, files: await collectCompanions(folder, id, text) });
}

async function holding(path: string, libraries: readonly string[]): Promise<string | null> {
  for (const library of libraries) {
    const folder = await realpath(library).catch(() => null);
    if (folder !== null && path.startsWith(folder + sep)) return folder;
  }
  return null;
}
