import { readdir, realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { OpenedScenario, ScenarioRef } from '#shared/contract/calls.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { collectCompanions } from './collect-companions.ts';
import { containedPath } from './contained-path.ts';
import { fileFault } from './file-fault.ts';
import { readLibrary } from './read-library.ts';
import { watchFolder } from './watch-folder.ts';
import { writeLibrary } from './write-library.ts';

/** An answer about a file of the library. */
export type Result<T> = Promise<Outcome<T, Fault>>;

/** One folder of scenario files. Ids are paths relative to it; nothing outside of it is read or written. */
export interface Library {
  readonly folder: string;
  /** The folder's own name, for display. */
  readonly name: string;
  readonly list: () => Result<readonly ScenarioRef[]>;
  readonly open: (id: string) => Result<OpenedScenario>;
  /** Writes over the revision the text was based on; `conflict` when the file has moved on. */
  readonly save: (id: string, text: string, basedOn: string) => Result<ScenarioRef>;
  /** Makes a new file; `conflict` when there is one already. */
  readonly create: (id: string, text: string) => Result<ScenarioRef>;
  /** Makes a new file under the name given or, where that is taken, the next free one. */
  readonly add: (name: string, text: string) => Result<ScenarioRef>;
  readonly rename: (id: string, to: string) => Result<ScenarioRef>;
  /** Moves a file to the folder's own trash. */
  readonly remove: (id: string) => Result<void>;
  /** The texts that a text builds on, transitively, by id. */
  readonly companions: (id: string, text: string) => Result<Readonly<Record<string, string>>>;
  /** The place of a file on this machine; never for the screen. */
  readonly pathOf: (id: string) => Result<string>;
  /** Tells of changes from outside and inside alike until the returned function is called. */
  readonly watch: (listener: (change: LibraryChange) => void) => () => void;
}

/** A file that appeared, changed or went; the revision is null when it is gone. */
export interface LibraryChange {
  readonly kind: 'added' | 'changed' | 'removed';
  readonly id: string;
  readonly revision: string | null;
}

/** Opens a folder as a library. */
export async function openLibrary(path: string): Result<Library> {
  try {
    const folder = await realpath(path);
    await readdir(folder);
    const reading = readLibrary(folder);
    /** The revision in which each file was last given out. */
    const given = new Map<string, string>();
    return ok({
      folder,
      name: basename(folder),
      list: reading.list,
      open: async (id) => {
        const opened = await reading.open(id);
        if (opened.ok) given.set(id, opened.value.ref.revision);
        return opened;
      },
      ...writeLibrary(folder),
      companions: async (id, text) => ok(await collectCompanions(folder, id, text)),
      pathOf: (id) => containedPath(folder, id),
      watch: (listener) => watchFolder(folder, reading.list, listener, given),
    });
  } catch (error) {
    return fail(fileFault(error, basename(path)));
  }
}
