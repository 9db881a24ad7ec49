import { readFile, truncate, unlink } from 'node:fs/promises';
import { smallestReplacement } from '#shared/base/replacement.ts';
import { atomicWrite } from '../atomic-write.ts';
import { codeOf } from '../file-fault.ts';
import { createSequence } from '../sequence.ts';
import { appendAt } from './append-at.ts';
import { compact } from './compact.ts';
import { type Beginning, type Burst, encodeRecord, type ReadJournal, readRecords, sumOf } from './record.ts';

/** The journal of one text that is being edited. Whatever has been noted is on the disk. */
export interface JournalFile {
  /** Name of the file in the folder of journals. */
  readonly path: () => string;
  readonly revision: () => string | null;
  /** The text as it was last noted. */
  readonly text: () => string;
  /** Milliseconds since 1970 of the last note. */
  readonly notedAt: () => number;
  /** Notes the text as it is now; rejects when the disk refuses, and is whole again with the next note that it takes. */
  readonly note: (text: string, at: number) => Promise<void>;
  /** Starts anew from a saved file, under a text that may already be ahead of it. */
  readonly rebase: (beginning: Omit<Beginning, 'kind' | 'owner'>) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** A journal beyond this many bytes, and as many again as its text needs, is written anew with only its last bursts. */
const sizeLimitBytes = 1_000_000;

/** Begins a journal; rejects when the disk refuses. */
export async function beginJournal(path: string, beginning: Omit<Beginning, 'kind'>): Promise<JournalFile> {
  const first: Beginning = { kind: 'begin', ...beginning };
  const bytes = encodeRecord(first);
  await atomicWrite(path, bytes);
  return journalOver(path, { beginning: first, bursts: [], bytes: bytes.length, ...endOf(first) });
}

/** Goes on with a journal that another process or session has left; null where it cannot be read. */
export async function resumeJournal(path: string, owner: number): Promise<JournalFile | null> {
  const journal = await readJournal(path);
  if (journal === null) return null;
  // What was cut off when its writer died is cut away, so that the next record follows the last whole one.
  await truncate(path, journal.bytes);
  const record = encodeRecord({ kind: 'owner', owner });
  await appendAt(path, record, journal.bytes);
  return journalOver(path, { ...journal, owner, bytes: journal.bytes + record.length });
}

/** Reads a journal; null where there is none or none that can be read. */
export async function readJournal(path: string): Promise<ReadJournal | null> {
  try {
    return readRecords(await readFile(path));
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}

function endOf({ text, owner, at }: Beginning): Pick<ReadJournal, 'text' | 'owner' | 'at'> {
  return { text, owner, at };
}

function journalOver(firstPath: string, opened: ReadJournal): JournalFile {
  const inSequence = createSequence();
  let path = firstPath;
  let known = opened;
  let isRemoved = false;
  /** Whether a record may have been left half written, because the disk took neither it nor its removal. */
  let isTorn = false;

  async function note(text: string, at: number): Promise<void> {
    if (text === known.text || isRemoved) return;
    const burst: Burst = { kind: 'burst', ...smallestReplacement(known.text, text), sum: sumOf(text), at };
    const record = encodeRecord(burst);
    const bytes = known.bytes + record.length;
    const next: ReadJournal = { ...known, bursts: [...known.bursts, burst], text, at, bytes };
    if (isTorn || bytes > sizeLimitBytes + 4 * text.length) return rewrite(compact(next));
    try {
      const found = await appendAt(path, record, known.bytes);
      if (found === 'as-left') known = next;
      else {
        // Another process goes on with what it took for abandoned; the two must not write into one file.
        if (found === 'changed') path = besides(path, at);
        await rewrite(compact(next));
      }
    } catch (error) {
      isTorn = true;
      throw error;
    }
  }

  async function rewrite(journal: Omit<ReadJournal, 'bytes'>): Promise<void> {
    const bytes = Buffer.concat([journal.beginning, ...journal.bursts].map(encodeRecord));
    await atomicWrite(path, bytes);
    known = { ...journal, bytes: bytes.length };
    isTorn = false;
  }

  return {
    path: () => path,
    revision: () => known.beginning.revision,
    text: () => known.text,
    notedAt: () => known.at,
    note: (text, at) => inSequence(() => note(text, at)),
    rebase: (start) =>
      inSequence(async () => {
        if (isRemoved) return;
        const beginning: Beginning = { kind: 'begin', ...start, owner: known.owner };
        await rewrite({ beginning, bursts: [], ...endOf(beginning) });
      }),
    remove: () =>
      inSequence(async () => {
        isRemoved = true;
        await unlink(path).catch(() => undefined);
      }),
  };
}

function besides(path: string, at: number): string {
  return path.replace(/\.journal$/, `-${at.toString(36)}.journal`);
}
