import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OpenedScenario, ScenarioRef } from '#shared/contract/calls.ts';
import type { Problem } from '#shared/scenario/problem.ts';
import type { Survey } from './survey.ts';

/** A scenario that is open: its text as on screen and what is known of it. */
export interface OpenDocument {
  readonly id: string;
  /** The file it was read from or saved to; null for a new one. */
  readonly ref: ScenarioRef | null;
  readonly text: string;
  /** Counts the changes since it was opened. */
  readonly edit: number;
  readonly savedText: string;
  readonly problems: readonly Problem[];
  /** What the last readable text is made of; null until that is known. */
  readonly survey: Survey | null;
  /** Texts of the files it builds on, by id. */
  readonly files: Readonly<Record<string, string>>;
  /** Revision on disk when the file moved on behind this window, `gone` when it went; null when neither. */
  readonly outsideRevision: string | null;
  readonly isReadOnly: boolean;
}

export interface DocumentsState {
  readonly open: readonly OpenDocument[];
  readonly activeId: string | null;
}

/** The open scenarios and everything that can happen to them. */
export interface Documents {
  readonly store: StoreApi<DocumentsState>;
  active(): OpenDocument | null;
  find(id: string): OpenDocument | null;
  open(opened: OpenedScenario): void;
  openNew(id: string, text: string): void;
  activate(id: string): void;
  close(id: string): void;
  edit(id: string, text: string): void;
  /** Takes the text of the file anew, dropping what was on screen. */
  reload(opened: OpenedScenario): void;
  saved(id: string, ref: ScenarioRef, text: string): void;
  noteProblems(id: string, edit: number, problems: readonly Problem[]): void;
  noteSurvey(id: string, survey: Survey | null): void;
  noteFiles(id: string, files: Readonly<Record<string, string>>): void;
  noteOutside(id: string, revision: string | null): void;
}

/** Says whether a document holds changes that its file does not. */
export function isDirty(document: OpenDocument): boolean {
  return document.ref === null || document.text !== document.savedText || document.outsideRevision === 'gone';
}

export function createDocuments(): Documents {
  const store = createStore<DocumentsState>(() => ({ open: [], activeId: null }));
  const find = (id: string) => store.getState().open.find((one) => one.id === id) ?? null;
  const change = (id: string, how: (document: OpenDocument) => OpenDocument) =>
    store.setState((state) => ({ open: state.open.map((one) => (one.id === id ? how(one) : one)) }));
  const add = (document: OpenDocument) =>
    store.setState((state) => ({ open: [...state.open, document], activeId: document.id }));

  return {
    store,
    find,
    active: () => find(store.getState().activeId ?? ''),
    open(opened) {
      if (find(opened.ref.id)) store.setState({ activeId: opened.ref.id });
      else add(fromFile(opened));
    },
    openNew(id, text) {
      add({
        id,
        ref: null,
        text,
        edit: 0,
        savedText: '',
        problems: [],
        survey: null,
        files: {},
        outsideRevision: null,
        isReadOnly: false,
      });
    },
    activate: (id) => store.setState({ activeId: id }),
    close(id) {
      store.setState(({ open, activeId }) => {
        const at = open.findIndex((one) => one.id === id);
        const left = open.filter((one) => one.id !== id);
        const next = left[Math.min(at, left.length - 1)]?.id ?? null;
        return { open: left, activeId: activeId === id ? next : activeId };
      });
    },
    edit(id, text) {
      const document = find(id);
      if (document && document.text !== text) change(id, (one) => ({ ...one, text, edit: one.edit + 1 }));
    },
    reload(opened) {
      change(opened.ref.id, (one) => ({ ...fromFile(opened), edit: one.edit + 1, files: one.files }));
    },
    saved(id, ref, text) {
      store.setState((state) => ({
        open: state.open.map((one) =>
          one.id === id
            ? { ...one, id: ref.id, ref, savedText: text, outsideRevision: null, isReadOnly: ref.isReadOnly }
            : one,
        ),
        activeId: state.activeId === id ? ref.id : state.activeId,
      }));
    },
    noteProblems(id, edit, problems) {
      const document = find(id);
      if (document?.edit === edit && !sameProblems(document.problems, problems)) {
        change(id, (one) => ({ ...one, problems }));
      }
    },
    noteSurvey(id, survey) {
      if (survey !== null) change(id, (one) => ({ ...one, survey }));
    },
    noteFiles: (id, files) => change(id, (one) => ({ ...one, files })),
    noteOutside: (id, revision) => change(id, (one) => ({ ...one, outsideRevision: revision })),
  };
}

function fromFile(opened: OpenedScenario): OpenDocument {
  return {
    id: opened.ref.id,
    ref: opened.ref,
    text: opened.text,
    edit: 0,
    savedText: opened.text,
    problems: [],
    survey: null,
    files: {},
    outsideRevision: null,
    isReadOnly: opened.ref.isReadOnly,
  };
}

/** Keeps the old list while nothing changed, so that the editor does not redraw its marks on every key. */
function sameProblems(a: readonly Problem[], b: readonly Problem[]): boolean {
  return a.length === b.length && a.every((one, at) => sameProblem(one, b[at]));
}

function sameProblem(a: Problem, b: Problem | undefined): boolean {
  return a.message === b?.message && a.from === b.from && a.to === b.to && a.severity === b.severity;
}
