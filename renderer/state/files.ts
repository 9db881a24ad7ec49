import type { ScenarioRef } from '#shared/contract/calls.ts';
import type { Host } from '#shared/contract/host.ts';
import type { Dialogs } from './dialogs.ts';
import { type Documents, isDirty } from './documents.ts';
import { followRenamed } from './follow-renamed.ts';
import { idFromName, type Library } from './library.ts';
import type { Notices } from './notices.ts';
import type { Runs } from './runs.ts';
import { followFile, gone } from './safety/follow-file.ts';
import type { Histories } from './safety/histories.ts';
import type { SettingsKeeper } from './settings.ts';
import { newScenarioText, variantText } from './templates.ts';
import { createTurnByTurn } from './turn-by-turn.ts';

export interface FilesParts {
  readonly host: Host;
  readonly documents: Documents;
  readonly histories: Histories;
  readonly runs: Runs;
  readonly library: Library;
  readonly settings: SettingsKeeper;
  readonly notices: Notices;
  readonly dialogs: Dialogs;
}

/** What the user does with scenario files. Every failure becomes a notice; a conflict becomes a question. */
export interface Files {
  open(id: string): Promise<void>;
  /** True once the text is safely in the file. */
  save(id: string): Promise<boolean>;
  saveAs(id: string, name: string): Promise<boolean>;
  /** Asks for a name, with the system's dialog where there is one, and saves under it. */
  askForName(id: string): Promise<boolean>;
  /** Asks for a file, with the system's dialog where there is one, and opens it. */
  pick(): Promise<void>;
  /** Writes over what somebody else wrote, after the user saw both. */
  overwrite(id: string, revision: string): Promise<boolean>;
  takeTheirs(id: string): Promise<void>;
  create(name: string): void;
  createVariant(baseId: string, name: string): void;
  duplicate(id: string): Promise<void>;
  /** Takes a file from elsewhere into the library and opens it. */
  bringIn(name: string, text: string): Promise<void>;
  rename(id: string, name: string): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** Closes at once, or asks first when there are unsaved changes. */
  close(id: string): void;
  closeWithoutSaving(id: string): void;
  /** Lets an open document follow a change of its file. */
  noteChange(id: string, revision: string | null): Promise<void>;
  /** Gives the texts of saves that have not been answered: the machine has each in the file, in the journal, or not at all. */
  handedOver(id: string): readonly string[];
  /** Shows the text beside that of its file and asks which is to stay. */
  compareWithFile(id: string): Promise<void>;
}

export function createFiles(parts: FilesParts): Files {
  const { host, documents, histories, runs, library, settings, notices, dialogs } = parts;

  const settleSaved = (id: string, ref: ScenarioRef, text: string) => {
    runs.rename(id, ref.id);
    histories.follow(id, ref.id);
    documents.saved(id, ref, text);
    settings.noteRecent(ref.id);
    void library.refresh();
  };

  /** What was handed over since a save was last answered well, by file: any of it may be on disk although the answer got lost. */
  const handedOver = new Map<string, readonly string[]>();
  const saves = createTurnByTurn<boolean>();

  const store = async (id: string, basedOn: string): Promise<boolean> => {
    const document = documents.find(id);
    if (!document) return false;
    const { text } = document;
    const before = handedOver.get(id) ?? [];
    handedOver.set(id, [...before.filter((one) => one !== text), text]);
    const reply = await host.call('scenario.save', { id, text, basedOn });
    if (reply.ok) {
      handedOver.delete(id);
      settleSaved(id, reply.value, text);
      notices.dismiss(`file:${id}`);
      return true;
    }
    if (reply.error.kind !== 'conflict') notices.warn(`file:${id}`, reply.error);
    else return overOwnText(id, [...before, document.savedText]);
    return false;
  };

  /** Where the file holds what this window itself has written, only the revision is news; anything else is asked about. */
  const overOwnText = async (id: string, own: readonly string[]): Promise<boolean> => {
    const theirs = await host.call('scenario.open', { id });
    if (!theirs.ok) {
      notices.warn(`file:${id}`, theirs.error);
      return false;
    }
    const { ref, text } = theirs.value;
    if (own.includes(text) && documents.find(id)?.ref?.revision !== ref.revision) {
      documents.saved(id, ref, text);
      return store(id, ref.revision);
    }
    dialogs.show({ kind: 'conflict', id, theirs: text, revision: ref.revision });
    return false;
  };

  const hasDialogs = () => library.store.getState().app?.can.fileDialogs ?? false;

  const askAboutConflict = async (id: string) => {
    const theirs = await host.call('scenario.open', { id });
    if (!theirs.ok) return notices.warn(`file:${id}`, theirs.error);
    dialogs.show({ kind: 'conflict', id, theirs: theirs.value.text, revision: theirs.value.ref.revision });
  };

  const createFile = async (oldId: string, id: string, text: string): Promise<boolean> => {
    const reply = await host.call('scenario.create', { id, text });
    if (!reply.ok) {
      notices.warn(`file:${id}`, reply.error);
      return false;
    }
    settleSaved(oldId, reply.value, text);
    return true;
  };

  const openNew = (name: string, text: string): void => {
    const id = library.freeId(idFromName(name));
    histories.begin(id);
    documents.openNew(id, text);
  };

  const files: Files = {
    async open(id) {
      if (documents.find(id)) return documents.activate(id);
      const [reply] = await Promise.all([host.call('scenario.open', { id }), histories.load(id)]);
      if (!reply.ok) return notices.warn(`file:${id}`, reply.error);
      documents.open(reply.value);
      settings.noteRecent(reply.value.ref.id);
    },
    async save(id) {
      const document = documents.find(id);
      if (!document) return false;
      if (document.ref === null || document.isReadOnly) {
        return files.askForName(id);
      }
      if (document.outsideRevision === gone) return createFile(id, id, document.text);
      // One after another: a second save must know what the first has made of the file.
      return saves(id, async () => {
        const now = documents.find(id);
        if (!now?.ref) return false;
        return isDirty(now) ? store(id, now.ref.revision) : true;
      });
    },
    async askForName(id) {
      const document = documents.find(id);
      if (!document) return false;
      if (!hasDialogs()) {
        dialogs.show({ kind: 'name', purpose: 'save-as', id });
        return false;
      }
      const { text } = document;
      const reply = await host.call('scenario.save-as', { suggested: id, text });
      if (reply.ok) settleSaved(id, reply.value, text);
      else notices.warn(`file:${id}`, reply.error);
      return reply.ok;
    },
    async pick() {
      if (!hasDialogs()) return dialogs.show({ kind: 'palette', find: 'open ' });
      const reply = await host.call('scenario.pick', {});
      if (!reply.ok) return notices.warn('file', reply.error);
      await histories.load(reply.value.ref.id);
      documents.open(reply.value);
      settings.noteRecent(reply.value.ref.id);
      void library.refresh();
    },
    async saveAs(id, name) {
      const document = documents.find(id);
      return document ? createFile(id, idFromName(name), document.text) : false;
    },
    overwrite: (id, revision) => store(id, revision),
    async takeTheirs(id) {
      const reply = await host.call('scenario.open', { id });
      if (reply.ok) documents.reload(reply.value);
      else notices.warn(`file:${id}`, reply.error);
    },
    create: (name) => openNew(name, newScenarioText(name)),
    createVariant: (baseId, name) => openNew(name, variantText(name, baseId)),
    async duplicate(id) {
      const reply = await host.call('scenario.open', { id });
      if (!reply.ok) return notices.warn(`file:${id}`, reply.error);
      const copy = await host.call('scenario.create', { id: library.freeId(id), text: reply.value.text });
      if (!copy.ok) return notices.warn(`file:${id}`, copy.error);
      await library.refresh();
      await files.open(copy.value.id);
    },
    async bringIn(name, text) {
      const reply = await host.call('library.import', { name, text });
      if (!reply.ok) return notices.warn(`file:${name}`, reply.error);
      await library.refresh();
      await files.open(reply.value.id);
    },
    async rename(id, name) {
      const reply = await host.call('scenario.rename', { id, to: idFromName(name) });
      if (!reply.ok) {
        notices.warn(`file:${id}`, reply.error);
        return false;
      }
      const { ref } = reply.value;
      const document = documents.find(id);
      if (document) settleSaved(id, ref, document.savedText);
      const had = new Set(library.store.getState().refs.map((one) => one.id)).add(id);
      const { noteChange } = files;
      await followRenamed({ documents, notices, noteChange }, id, reply.value, (one) => had.has(one));
      await library.refresh();
      return true;
    },
    async remove(id) {
      const reply = await host.call('scenario.remove', { id });
      if (!reply.ok) return notices.warn(`file:${id}`, reply.error);
      histories.begin(id);
      files.closeWithoutSaving(id);
      notices.say(`file:${id}`, `${id} is in the library's trash folder.`);
      await library.refresh();
    },
    close(id) {
      const document = documents.find(id);
      if (document && isDirty(document) && document.text !== '') dialogs.show({ kind: 'close', id });
      else files.closeWithoutSaving(id);
    },
    closeWithoutSaving(id) {
      documents.close(id);
      runs.forget(id);
    },
    noteChange: (id, revision) => followFile({ host, documents, notices }, id, revision),
    handedOver: (id) => handedOver.get(id) ?? [],
    compareWithFile: askAboutConflict,
  };
  return files;
}
