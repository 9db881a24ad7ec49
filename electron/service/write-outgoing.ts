import { basename } from 'node:path';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { SavedExport } from '#shared/contract/calls.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { atomicWrite } from '../storage/atomic-write.ts';
import { codeOf, fileFault } from '../storage/file-fault.ts';
import type { OutgoingFile } from './shell.ts';

/** Writes a file made for the user where the user said; the old file stays as it was when that fails. */
export async function writeOutgoing(
  path: string,
  { bytes, mime }: OutgoingFile,
): Promise<Outcome<SavedExport, Fault>> {
  const name = basename(path);
  try {
    await atomicWrite(path, bytes);
    return ok({ name, mime, bytes: bytes.length, download: null });
  } catch (error) {
    // A file that is not there yet is no fault; what lacks is where it should go.
    if (codeOf(error) === 'ENOENT') return fail({ kind: 'refused', message: noFolder(name) });
    return fail(fileFault(error, name));
  }
}

function noFolder(name: string): string {
  return `${name}: the folder it should go into is not there. Make it, or choose another one.`;
}
