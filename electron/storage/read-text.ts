import { constants, open } from 'node:fs/promises';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { textLimits } from '#shared/scenario/text/limits.ts';
import { fileFault } from './file-fault.ts';

/** A file read as text, with the bytes it was read from. */
export interface TextFile {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly modified: Date;
}

/** Bytes of the largest text the reader takes: up to four for a character. */
const byteLimit = textLimits.characters * 4;
const megabyte = 1_000_000;
/** Opening a named pipe would otherwise wait for a writer that may never come. */
const readWithoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Reads a text file; a folder, a file too large, and one that is not UTF-8 text are faults that say so in a line. */
export async function readText(path: string, name: string): Promise<Outcome<TextFile, Fault>> {
  try {
    const file = await open(path, readWithoutWaiting);
    try {
      const stat = await file.stat();
      if (stat.isDirectory())
        return refused(`${name}: it is a folder, not a file. Name a scenario file in it.`);
      if (!stat.isFile()) return refused(`${name}: it is not an ordinary file.`);
      if (stat.size > byteLimit) return refused(tooLarge(name, stat.size));
      const bytes = await file.readFile();
      const text = decodeText(bytes);
      if (text === null) {
        return refused(
          `${name}: it is not a text file in UTF-8. Check that this is a scenario and not a binary file.`,
        );
      }
      if (text.length > textLimits.characters) return refused(tooLarge(name, bytes.length));
      return ok({ text, bytes, modified: stat.mtime });
    } finally {
      await file.close();
    }
  } catch (error) {
    return fail(fileFault(error, name));
  }
}

/** Reads bytes as UTF-8 text with its byte order mark, if any, left in; null when they are not text. */
function decodeText(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function tooLarge(name: string, size: number): string {
  const size1 = (size / megabyte).toFixed(1);
  const limit = textLimits.characters / megabyte;
  return `${name}: it is ${size1} MB; a scenario may have at most ${limit} MB. Move parts of it into files named under “use”.`;
}

function refused(message: string): Outcome<never, Fault> {
  return fail({ kind: 'refused', message });
}
