import { boundHistory } from '#shared/base/bound-history.ts';
import type { EditHistory } from '#shared/base/edit-history.ts';
import { continueHistory, rebaseHistory } from '#shared/base/rebase-history.ts';
import type { Host } from '#shared/contract/host.ts';
import type { Documents } from '../documents.ts';

/** What can be taken back in the open files, and keeping it beyond the life of the page. */
export interface Histories {
  /** Loads what the machine has kept of a file, unless this page knows better already. */
  load(id: string): Promise<void>;
  /** Loads it in any case: the text that comes next goes with it, and not with what is shown. */
  loadAnew(id: string): Promise<void>;
  /** Begins with nothing: what was once known of a file of that name does not go with the one there is now. */
  begin(id: string): void;
  /** Gives the history that a text is taken up with. */
  recall(id: string, text: string): EditHistory | null;
  isStale(id: string): boolean;
  note(id: string, history: () => EditHistory): void;
  /** The history of a file as it is now; null where nothing is known. */
  of(id: string): EditHistory | null;
  /** Lets a history follow its file to another name. */
  follow(from: string, to: string): void;
  /** Keeps at once what has not been kept yet. */
  flush(): Promise<void>;
  stop(): void;
}

interface Entry {
  /** What went before the first change that was noted here; undefined where nobody has asked yet. */
  before: EditHistory | null | undefined;
  /** What can be taken back since; null before the first change. */
  live: (() => EditHistory) | null;
  isDue: boolean;
  isStale: boolean;
}

/** How long the hand rests, or goes on at most, before what can be taken back is kept. */
const restMilliseconds = 600;
const longestMilliseconds = 3_000;
/** More steps than anyone takes back; few enough to be written while somebody types. */
const limits = { steps: 500, characters: 300_000 } as const;

export function createHistories(host: Host, documents: Documents): Histories {
  const entries = new Map<string, Entry>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstDue = 0;

  const read = async (id: string): Promise<EditHistory | null> => {
    const reply = await host.call('history.read', { id });
    return reply.ok ? reply.value.history : null;
  };
  const whole = ({ before, live }: Entry): EditHistory | null => {
    if (live === null) return before ?? null;
    return before ? continueHistory(before, live(), Date.now()) : live();
  };
  const entryOf = (id: string): Entry => {
    const entry = entries.get(id) ?? { before: undefined, live: null, isDue: false, isStale: false };
    entries.set(id, entry);
    return entry;
  };

  const keep = async (id: string, entry: Entry): Promise<void> => {
    entry.isDue = false;
    if (entry.before === undefined) entry.before = await read(id);
    const history = whole(entry);
    // What is not kept now goes with the next change: nothing but a convenience is at stake.
    if (history !== null) await host.call('history.keep', { id, history: boundHistory(history, limits) });
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    await Promise.all([...entries].map(([id, entry]) => (entry.isDue ? keep(id, entry) : undefined)));
  };
  const flushSoon = (): void => {
    const now = Date.now();
    if (timer === undefined) firstDue = now;
    clearTimeout(timer);
    const longest = Math.max(0, firstDue + longestMilliseconds - now);
    timer = setTimeout(() => void flush(), Math.min(restMilliseconds, longest));
  };

  /** What is closed is kept and let go of; another window may go on with it. */
  const closed = async (ids: readonly string[]): Promise<void> => {
    await flush();
    for (const id of ids) if (documents.find(id) === null) entries.delete(id);
  };
  const unsubscribe = documents.store.subscribe(({ open }, before) => {
    if (open.length >= before.open.length) return;
    const ids = before.open.map(({ id }) => id).filter((id) => !open.some((one) => one.id === id));
    void closed(ids);
  });

  const loadAnew = async (id: string): Promise<void> => {
    await flush();
    entries.set(id, { before: await read(id), live: null, isDue: false, isStale: true });
  };

  return {
    loadAnew,
    begin: (id) => void entries.set(id, { before: null, live: null, isDue: false, isStale: false }),
    async load(id) {
      if (entries.has(id)) return;
      const before = await read(id);
      if (!entries.has(id)) entries.set(id, { before, live: null, isDue: false, isStale: false });
    },
    recall(id, text) {
      const entry = entries.get(id);
      if (!entry) return null;
      entry.isStale = false;
      const known = whole(entry);
      if (known === null) return null;
      const history = rebaseHistory(known, text, Date.now());
      entry.before = null;
      entry.live = () => history;
      return history;
    },
    isStale: (id) => entries.get(id)?.isStale ?? false,
    note(id, history) {
      const entry = entryOf(id);
      entry.live = history;
      entry.isDue = true;
      flushSoon();
    },
    of(id) {
      const entry = entries.get(id);
      return entry ? whole(entry) : null;
    },
    follow(from, to) {
      const entry = entries.get(from);
      if (!entry || from === to) return;
      entries.delete(from);
      entry.isDue = true;
      entries.set(to, entry);
      flushSoon();
    },
    flush,
    stop() {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
