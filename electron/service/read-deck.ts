import { readFile } from 'node:fs/promises';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { fileFault } from '../storage/file-fault.ts';

/** Reads a deck the user names by its path; says why it cannot be read. */
export async function readDeckFile(path: string, name: string): Promise<Outcome<Uint8Array, string>> {
  try {
    return ok(await readFile(path));
  } catch (error) {
    const fault = fileFault(error, name);
    return fail('message' in fault ? fault.message : name);
  }
}
