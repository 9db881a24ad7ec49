import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Input } from '#shared/contract/host.ts';
import { fileFault } from '../storage/file-fault.ts';
import type { JournalFile } from '../storage/journal/journal-file.ts';
import type { Journals } from '../storage/journal/journals.ts';

/** The unsaved texts of one window, as far as they are on the disk. */
export interface SessionJournal {
  readonly note: (library: string, input: Input<'journal.note'>) => Promise<Outcome<void, Fault>>;
  /**
   * Brings what was noted of a text up to what is about to be written into its file: a crash right after the save must not leave an
   * older text behind that would be offered as unsaved work. A disk that refuses does not stop the save.
   */
  readonly handOver: (library: string, id: string, text: string) => Promise<void>;
  /** Forgets a text; gives what was last noted of it, null where nothing was. */
  readonly clear: (library: string, id: string) => Promise<string | null>;
  readonly take: (key: string, library: string, id: string) => Promise<boolean>;
  /** Files with unsaved texts, and when they were last noted, milliseconds since 1970. */
  readonly held: () => readonly { readonly id: string; readonly at: number }[];
  /** Lets go of all, leaving them on the disk: the window has gone, and whoever comes next is offered them. */
  readonly leave: () => void;
}

/** Makes the journal of a window. */
export function createSessionJournal(journals: Journals, now: () => number): SessionJournal {
  /** By library and id, which may mean another file once another library has been chosen. */
  const held = new Map<string, { readonly id: string; readonly journal: JournalFile }>();
  /** One at a time per file, so that the first note has made the journal when the second comes. */
  const last = new Map<string, Promise<unknown>>();

  function inTurn<T>(place: string, task: () => Promise<T>): Promise<T> {
    const turn = (last.get(place) ?? Promise.resolve()).then(task, task);
    const isOver = turn.then(
      () => undefined,
      () => undefined,
    );
    last.set(place, isOver);
    void isOver.then(() => {
      if (last.get(place) === isOver) last.delete(place);
    });
    return turn;
  }

  async function note(library: string, input: Input<'journal.note'>): Promise<Outcome<void, Fault>> {
    const { id, text, revision, base } = input;
    const place = placeOf(library, id);
    const journal = held.get(place)?.journal;
    const at = now();
    const start = { library, id, revision, base, text, at };
    if (journal?.revision() === revision) await journal.note(text, at);
    else if (base === null) return fail(unknownBase(id));
    else if (journal === undefined) held.set(place, { id, journal: await journals.begin(start) });
    else await journal.rebase(start);
    return ok(undefined);
  }

  return {
    note: (library, input) =>
      inTurn(placeOf(library, input.id), () =>
        note(library, input).catch((error: unknown) => fail(refusal(error))),
      ),
    handOver: (library, id, text) =>
      inTurn(placeOf(library, id), async () => {
        const journal = held.get(placeOf(library, id))?.journal;
        await journal?.note(text, now()).catch(() => undefined);
      }),
    clear: (library, id) =>
      inTurn(placeOf(library, id), async () => {
        const journal = held.get(placeOf(library, id))?.journal;
        if (journal === undefined) return null;
        held.delete(placeOf(library, id));
        await journal.remove();
        journals.release(journal);
        return journal.text();
      }),
    take: (key, library, id) =>
      inTurn(placeOf(library, id), async () => {
        const journal = held.has(placeOf(library, id)) ? null : await journals.take(key);
        if (journal !== null) held.set(placeOf(library, id), { id, journal });
        return journal !== null;
      }),
    held: () => [...held.values()].map(({ id, journal }) => ({ id, at: journal.notedAt() })),
    leave: () => {
      for (const { journal } of held.values()) journals.release(journal);
      held.clear();
    },
  };
}

function placeOf(library: string, id: string): string {
  return `${library}\n${id}`;
}

function unknownBase(id: string): Fault {
  return { kind: 'not-found', id, message: `${id}: the text that its changes began from is not known here.` };
}

function refusal(error: unknown): Fault {
  const fault = fileFault(error, 'the journal of unsaved work');
  return 'message' in fault ? { kind: 'refused', message: fault.message } : fault;
}
