import { randomUUID } from 'node:crypto';
import { readdir, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { codeOf } from '../file-fault.ts';
import { makeFolder } from '../make-folder.ts';
import { isAlive } from './is-alive.ts';
import { beginJournal, type JournalFile, readJournal, resumeJournal } from './journal-file.ts';
import type { Beginning, ReadJournal } from './record.ts';

/** A journal that was found, by the name it can be asked for. */
export interface FoundJournal extends ReadJournal {
  readonly key: string;
  /** Whether another process that is still running, or a session of this one, writes it. */
  readonly isInUse: boolean;
}

/** The journals of all texts that are being edited, or were when a program ended without a farewell. */
export interface Journals {
  /** Begins a journal; rejects when the disk refuses. */
  readonly begin: (start: Omit<Beginning, 'kind' | 'owner'>) => Promise<JournalFile>;
  /** Every journal of a library that can be read, the latest first. */
  readonly list: (library: string) => Promise<readonly FoundJournal[]>;
  readonly find: (key: string) => Promise<FoundJournal | null>;
  /** Goes on with a journal that was left behind; null where it is gone or somebody else's. */
  readonly take: (key: string) => Promise<JournalFile | null>;
  /** Lets go of a journal without removing it: it is left behind, for whoever comes next. */
  readonly release: (journal: JournalFile) => void;
  readonly remove: (key: string) => Promise<void>;
}

const extension = '.journal';
const keyPattern = /^[0-9a-z-]{8,80}$/;

/** Opens the folder of the journals, which need not be there yet. */
export function openJournals(folder: string): Journals {
  const held = new Set<JournalFile>();
  const pathOf = (key: string): string => join(folder, key + extension);

  async function find(key: string): Promise<FoundJournal | null> {
    if (!keyPattern.test(key)) return null;
    const journal = await readJournal(pathOf(key));
    return journal === null ? null : { ...journal, key, isInUse: isInUse(key, journal.owner) };
  }

  function isInUse(key: string, owner: number): boolean {
    const isHeldHere = [...held].some((journal) => basename(journal.path()) === key + extension);
    return isHeldHere || (owner !== process.pid && isAlive(owner));
  }

  function hold(journal: JournalFile): JournalFile {
    held.add(journal);
    return journal;
  }

  return {
    begin: async (start) => {
      await makeFolder(folder);
      return hold(await beginJournal(pathOf(randomUUID()), { ...start, owner: process.pid }));
    },
    list: async (library) => {
      const names = await readdir(folder).catch(() => []);
      const keys = names.filter((name) => name.endsWith(extension)).map((name) => basename(name, extension));
      const found = await Promise.all(keys.map(find));
      return found
        .filter((journal) => journal !== null)
        .filter(({ beginning }) => beginning.library === library)
        .sort((a, b) => b.at - a.at);
    },
    find,
    take: async (key) => {
      const found = await find(key);
      if (found === null || found.isInUse) return null;
      const journal = await resumeJournal(pathOf(key), process.pid);
      return journal === null ? null : hold(journal);
    },
    release: (journal) => held.delete(journal),
    remove: async (key) => {
      if (!keyPattern.test(key)) return;
      await unlink(pathOf(key)).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error;
      });
    },
  };
}
