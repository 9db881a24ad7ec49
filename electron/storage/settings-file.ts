import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Settings } from '#shared/contract/calls.ts';
import { decodeSettings } from '#shared/contract/decoders.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { atomicWrite } from './atomic-write.ts';
import { fileFault } from './file-fault.ts';
import { makeFolder } from './make-folder.ts';
import { createSequence } from './sequence.ts';

/** What the program remembers between runs, in one small file. */
export interface SettingsFile {
  readonly read: () => Promise<Settings>;
  readonly write: (settings: Settings) => Promise<Outcome<void, Fault>>;
}

const defaults: Settings = { theme: 'system', recent: [], layout: {} };

/** Keeps settings in a file; one that is missing or damaged gives the defaults, since settings are never worth a stop. */
export function openSettingsFile(path: string): SettingsFile {
  const inSequence = createSequence();
  return {
    read: () => inSequence(() => read(path)),
    write: (settings) => inSequence(() => write(path, settings)),
  };
}

async function read(path: string): Promise<Settings> {
  try {
    const decoded = decodeSettings(JSON.parse(await readFile(path, 'utf8')));
    return decoded.ok ? decoded.value : defaults;
  } catch {
    return defaults;
  }
}

async function write(path: string, settings: Settings): Promise<Outcome<void, Fault>> {
  try {
    await makeFolder(dirname(path));
    await atomicWrite(path, Buffer.from(`${JSON.stringify(settings, null, 2)}\n`));
    return ok(undefined);
  } catch (error) {
    return fail(fileFault(error, 'the settings file'));
  }
}
