import { createHash } from 'node:crypto';
import { type Replacement, replaceIn } from '#shared/base/replacement.ts';

/** How a journal begins: which file it is about, what stood in it, and the text the journal starts from. */
export interface Beginning {
  readonly kind: 'begin';
  /** Folder of the library. */
  readonly library: string;
  readonly id: string;
  /** Revision of the file the text was read from; null for one that has never been saved. */
  readonly revision: string | null;
  /** Text of that revision; null where there is none. */
  readonly base: string | null;
  readonly text: string;
  /** Process that writes it. */
  readonly owner: number;
  /** Milliseconds since 1970, by the clock of the machine. */
  readonly at: number;
}

/** One burst of typing: what changed, and the sum of the text it gives. */
export interface Burst extends Replacement {
  readonly kind: 'burst';
  readonly sum: string;
  readonly at: number;
}

/** Another process goes on with the journal. */
interface Takeover {
  readonly kind: 'owner';
  readonly owner: number;
}

/** One line of a journal. */
export type JournalRecord = Beginning | Burst | Takeover;

const sumLength = 8;

/** Shortens the SHA-256 of a text to what tells one text from a damaged one. */
export function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, sumLength);
}

/** Writes a record as a line with its own sum in front, so that one that was cut off or damaged is known as such. */
export function encodeRecord(record: JournalRecord): Buffer {
  const json = JSON.stringify(record);
  return Buffer.from(`${sumOf(json)} ${json}\n`);
}

/** A journal as far as it can be trusted. */
export interface ReadJournal {
  readonly beginning: Beginning;
  readonly bursts: readonly Burst[];
  readonly text: string;
  readonly owner: number;
  /** When the last record was made. */
  readonly at: number;
  /** Length of the trusted part in bytes. */
  readonly bytes: number;
}

/**
 * Reads a journal up to the first line that is cut off, damaged, or does not fit what stands before it; null where not
 * even the beginning can be read.
 */
export function readRecords(bytes: Buffer): ReadJournal | null {
  const first = nextRecord(bytes, 0);
  if (first === null || first.record.kind !== 'begin') return null;
  const beginning = first.record;
  const bursts: Burst[] = [];
  let { owner, at, text } = beginning;
  let end = first.end;
  for (let next = nextRecord(bytes, end); next !== null; next = nextRecord(bytes, end)) {
    const { record } = next;
    if (record.kind === 'begin') break;
    if (record.kind === 'burst') {
      const after = replaceIn(text, record);
      if (sumOf(after) !== record.sum) break;
      text = after;
      at = record.at;
      bursts.push(record);
    } else owner = record.owner;
    end = next.end;
  }
  return { beginning, bursts, text, owner, at, bytes: end };
}

function nextRecord(
  bytes: Buffer,
  from: number,
): { readonly record: JournalRecord; readonly end: number } | null {
  const newline = bytes.indexOf(10, from);
  if (newline === -1) return null;
  const line = bytes.toString('utf8', from, newline);
  const json = line.slice(sumLength + 1);
  if (line.slice(0, sumLength) !== sumOf(json)) return null;
  // The sum says that the line is one of ours, whole.
  return { record: JSON.parse(json) as JournalRecord, end: newline + 1 };
}
