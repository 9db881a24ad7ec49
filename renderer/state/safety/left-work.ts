import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Host } from '#shared/contract/host.ts';
import type { LeftText, LeftWork } from '#shared/contract/safety.ts';
import type { Dialogs } from '../dialogs.ts';
import { type Documents, isDirty } from '../documents.ts';
import type { Files } from '../files.ts';
import type { Library } from '../library.ts';
import type { Notices } from '../notices.ts';
import { putTogether } from './follow-file.ts';
import type { Histories } from './histories.ts';
import type { JournalKeeper } from './journal-keeper.ts';
import { mergeTexts } from './merge-texts.ts';

/** What bringing unsaved work back needs. */
export interface LeftWorkParts {
  readonly host: Host;
  readonly documents: Documents;
  readonly histories: Histories;
  readonly files: Files;
  readonly library: Library;
  readonly notices: Notices;
  readonly dialogs: Dialogs;
  readonly journal: JournalKeeper;
}

/** Left work with its text and that of its file as it is now, to be looked at side by side. */
export interface LookedAt {
  readonly work: LeftWork;
  readonly left: LeftText;
  /** Null where there is no file of that name. */
  readonly file: string | null;
}

/** Unsaved work that was left behind: looked at, brought back, or let go. */
export interface LeftWorks {
  readonly store: StoreApi<{ readonly list: readonly LeftWork[] }>;
  /** Looks for left work; with any that no window is at, the dialog that offers it opens. */
  offer(): Promise<void>;
  refresh(): Promise<void>;
  lookAt(work: LeftWork): Promise<LookedAt | null>;
  /** Opens the file with the unsaved text in it; not saved, so that the user has the last word. */
  recover(work: LeftWork): Promise<void>;
  discard(work: LeftWork): Promise<void>;
}

export function createLeftWorks(parts: LeftWorkParts): LeftWorks {
  const { host, documents, histories, files, library, notices, dialogs, journal } = parts;
  const store = createStore<{ readonly list: readonly LeftWork[] }>(() => ({ list: [] }));
  const drop = (key: string) =>
    store.setState(({ list }) => ({ list: list.filter((work) => work.key !== key) }));

  async function refresh(): Promise<void> {
    const reply = await host.call('journal.list', {});
    if (reply.ok) store.setState({ list: reply.value });
  }

  async function recover(work: LeftWork): Promise<void> {
    const reply = await host.call('journal.read', { key: work.key });
    if (!reply.ok) return notices.warn('journal', reply.error);
    await bringBack(reply.value);
    // From here on the journal of the open document goes on in its place.
    if (!work.isInUse) await host.call('journal.take', { key: work.key });
    await journal.flush();
    drop(work.key);
  }

  async function bringBack(left: LeftText): Promise<void> {
    const { id, text, base, revision } = left;
    const there = documents.find(id);
    if (there && isDirty(there) && there.text !== text) {
      documents.openNew(
        library.freeId(id.replace(/(\.scenario)?\.ya?ml$/, '-recovered.scenario.yaml')),
        text,
      );
      return;
    }
    const file = await host.call('scenario.open', { id });
    if (!file.ok) {
      if (there) documents.close(id);
      await histories.loadAnew(id);
      documents.openNew(id, text);
      return;
    }
    await files.open(id);
    await histories.loadAnew(id);
    const isSame = file.value.ref.revision === revision;
    const merged = isSame ? text : base === null ? null : mergeTexts(base, text, file.value.text);
    if (merged !== null) return putTogether(documents, file.value, merged);
    // Over the file as it was, so that a save meets the change and asks.
    const ref = { ...file.value.ref, revision: revision ?? '' };
    putTogether(documents, { ref, text: base ?? '' }, text);
    documents.noteOutside(id, file.value.ref.revision);
  }

  return {
    store,
    refresh,
    recover,
    async offer() {
      await refresh();
      const isLeft = store.getState().list.some((work) => !work.isInUse);
      if (isLeft && dialogs.store.getState().dialog === null) dialogs.show({ kind: 'left-work' });
    },
    async lookAt(work) {
      const [left, file] = await Promise.all([
        host.call('journal.read', { key: work.key }),
        host.call('scenario.open', { id: work.id }),
      ]);
      if (!left.ok) return null;
      return { work, left: left.value, file: file.ok ? file.value.text : null };
    },
    async discard(work) {
      const reply = await host.call('journal.discard', { key: work.key });
      if (!reply.ok) return notices.warn('journal', reply.error);
      drop(work.key);
      notices.say('journal', `The unsaved text of ${work.id} is kept among its versions.`);
    },
  };
}
