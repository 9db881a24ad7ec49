import type { Host } from '#shared/contract/host.ts';
import { type Documents, isDirty, type OpenDocument } from '../documents.ts';
import type { Notices } from '../notices.ts';

/** Keeps the journal of unsaved texts up to what is on screen. */
export interface JournalKeeper {
  /** Notes at once what has not been noted yet. */
  flush(): Promise<void>;
  stop(): void;
}

/** With the time a note takes, less than the second that a crash may cost. */
const burstMilliseconds = 250;
/** How long to wait before a journal that was refused is tried again. */
const retryMilliseconds = 1_500;

/** What the machine is known to have on the disk of a document. */
interface Noted {
  readonly text: string;
  readonly revision: string | null;
}

/** Notes every unsaved text with the machine, a burst of typing at a time, and takes the notes back once it is saved. */
export function keepJournal(host: Host, documents: Documents, notices: Notices): JournalKeeper {
  const noted = new Map<string, Noted>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let isStopped = false;

  const isDue = (document: OpenDocument): boolean => {
    const known = noted.get(document.id);
    if (!isDirty(document)) return known !== undefined;
    return known?.text !== document.text || known.revision !== revisionOf(document);
  };
  const dueIds = (): string[] => {
    const { open } = documents.store.getState();
    const closed = [...noted.keys()].filter((id) => !open.some((one) => one.id === id));
    return [...open.filter(isDue).map(({ id }) => id), ...closed];
  };

  const schedule = (milliseconds: number): void => {
    if (timer !== undefined || isStopped || dueIds().length === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      void flush();
    }, milliseconds);
  };

  const flush = async (): Promise<void> => {
    // What is under way may have begun before the latest change.
    while (running !== null) await running;
    running = noteAll().finally(() => {
      running = null;
    });
    await running;
  };

  const noteAll = async (): Promise<void> => {
    const results = await Promise.all(dueIds().map(bringUpToDate));
    schedule(results.includes(false) ? retryMilliseconds : burstMilliseconds);
  };

  const bringUpToDate = async (id: string): Promise<boolean> => {
    const document = documents.find(id);
    if (document && isDirty(document)) return note(document);
    const reply = await host.call('journal.clear', { id });
    if (reply.ok) noted.delete(id);
    return reply.ok;
  };

  const note = async (document: OpenDocument): Promise<boolean> => {
    const { id, text, savedText } = document;
    const revision = revisionOf(document);
    const isBaseKnown = revision === null || noted.get(id)?.revision === revision;
    const call = (base: string | null) => host.call('journal.note', { id, text, revision, base });
    let reply = await call(isBaseKnown ? null : savedText);
    // The machine has been started anew and must be told what the changes began from.
    if (!reply.ok && reply.error.kind === 'not-found' && revision !== null) reply = await call(savedText);
    if (!reply.ok) {
      notices.warn('journal', reply.error);
      return false;
    }
    noted.set(id, { text, revision });
    notices.dismiss('journal');
    return true;
  };

  const unsubscribe = documents.store.subscribe(() => schedule(burstMilliseconds));
  return {
    flush,
    stop() {
      isStopped = true;
      clearTimeout(timer);
      unsubscribe();
    },
  };
}

function revisionOf(document: OpenDocument): string | null {
  return document.ref?.revision ?? null;
}
