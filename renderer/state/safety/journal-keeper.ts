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
export function keepJournal(
  host: Host,
  documents: Documents,
  notices: Notices,
  handedOver: (id: string) => readonly string[] = () => [],
): JournalKeeper {
  const noted = new Map<string, Noted>();
  /** The first text sent since the last answer: it may be on the disk although nobody has said so. */
  const unanswered = new Map<string, string>();
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
    const unsaved = document && isDirty(document) ? document : null;
    const known = noted.get(id);
    const isOvertaken = known !== undefined && (unsaved === null || known.revision !== revisionOf(unsaved));
    if (isOvertaken && !(await clear(id, known.text))) return false;
    return unsaved === null || note(unsaved);
  };

  const clear = async (id: string, text: string): Promise<boolean> => {
    const first = await host.call('journal.clear', { id });
    if (!first.ok) return false;
    if (!first.value.wasKnown) {
      // A machine that was started anew since would offer it to the next window as somebody's left work.
      await takeUp(host, id, [text, unanswered.get(id), ...handedOver(id)]);
      const again = await host.call('journal.clear', { id });
      if (!again.ok) return false;
    }
    noted.delete(id);
    unanswered.delete(id);
    return true;
  };

  const note = async (document: OpenDocument): Promise<boolean> => {
    const { id, text, savedText } = document;
    const revision = revisionOf(document);
    const known = noted.get(id);
    const call = (base: string | null) => host.call('journal.note', { id, text, revision, base });
    const maybeNoted = unanswered.get(id) ?? text;
    unanswered.set(id, maybeNoted);
    let reply = await call(known?.revision === revision ? null : savedText);
    if (!reply.ok && reply.error.kind === 'not-found') {
      // The machine has been started anew, or has lost sight of this page for a while.
      await takeUp(host, id, [known?.text, maybeNoted, ...handedOver(id), text]);
      reply = await call(savedText);
    }
    if (!reply.ok) {
      notices.warn('journal', reply.error);
      return false;
    }
    noted.set(id, { text, revision });
    unanswered.delete(id);
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

/** Goes on with the journal this page has written itself, so that it is not offered as somebody's left work. */
async function takeUp(host: Host, id: string, texts: readonly (string | undefined)[]): Promise<void> {
  const list = await host.call('journal.list', {});
  for (const work of list.ok ? list.value : []) {
    if (work.id !== id || work.isInUse) continue;
    const left = await host.call('journal.read', { key: work.key });
    if (left.ok && texts.includes(left.value.text)) await host.call('journal.take', { key: work.key });
  }
}

function revisionOf(document: OpenDocument): string | null {
  return document.ref?.revision ?? null;
}
