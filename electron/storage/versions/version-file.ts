import { open } from 'node:fs/promises';
import type { VersionCause } from '#shared/contract/safety.ts';
import { revisionOf } from '../revision.ts';

/** What is known of a version without its text. */
export interface VersionHead {
  readonly id: string;
  readonly at: number;
  readonly revision: string;
  readonly characters: number;
  readonly cause: VersionCause;
  readonly name: string | null;
}

/** Longer than any head: an id has at most 255 characters, a name 120. */
const headLimitBytes = 8_192;

/** Writes a version as a file: a line of what is known of it, then the text as it is. */
export function encodeVersion(head: Omit<VersionHead, 'revision' | 'characters'>, text: string): Buffer {
  const { id, at, cause, name } = head;
  const revision = revisionOf(Buffer.from(text));
  return Buffer.from(
    `${JSON.stringify({ id, at, revision, characters: text.length, cause, name })}\n${text}`,
  );
}

/** Reads the head of a version file; null for a file that is none, or one that was cut off in its head. */
export async function readVersionHead(path: string): Promise<VersionHead | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    const bytes = Buffer.alloc(headLimitBytes);
    const { bytesRead } = await file.read(bytes, 0, headLimitBytes, 0);
    return decodeHead(bytes.toString('utf8', 0, bytesRead));
  } catch {
    return null;
  } finally {
    await file.close();
  }
}

/** Splits a version file into head and text; null where the text is not the one the head speaks of. */
export function decodeVersion(bytes: Buffer): { readonly head: VersionHead; readonly text: string } | null {
  const content = bytes.toString('utf8');
  const head = decodeHead(content);
  if (head === null) return null;
  const text = content.slice(content.indexOf('\n') + 1);
  return revisionOf(Buffer.from(text)) === head.revision ? { head, text } : null;
}

function decodeHead(content: string): VersionHead | null {
  const end = content.indexOf('\n');
  if (end === -1) return null;
  try {
    const head = JSON.parse(content.slice(0, end)) as Partial<VersionHead>;
    return typeof head.revision === 'string' && typeof head.at === 'number' ? (head as VersionHead) : null;
  } catch {
    return null;
  }
}
