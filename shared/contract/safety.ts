import type { EditHistory } from '#shared/base/edit-history.ts';

type Empty = Record<string, never>;

/** Unsaved work that a program left behind when it ended without a farewell, or that another window is at. */
export interface LeftWork {
  readonly key: string;
  /** The file it is about; there may be none of that id any more. */
  readonly id: string;
  /** When it was last noted. */
  readonly at: string;
  /** How the file of that id stands to the one the work began from. */
  readonly file: 'same' | 'changed' | 'gone' | 'never-saved';
  /** Whether a window that is still open is at it. */
  readonly isInUse: boolean;
}

/** Unsaved work with its texts. */
export interface LeftText {
  readonly id: string;
  readonly text: string;
  /** Revision it began from and the text of that; null where it was never saved. */
  readonly revision: string | null;
  readonly base: string | null;
}

/** Why a version was made: by a save, from what a save was about to replace, from unsaved work, or because it was asked for. */
export type VersionCause = 'saved' | 'replaced' | 'unsaved' | 'kept';

/** An earlier text of a file. */
export interface Version {
  readonly number: number;
  readonly at: string;
  readonly revision: string;
  readonly characters: number;
  readonly cause: VersionCause;
  /** Named versions stay for ever; others are thinned with age. */
  readonly name: string | null;
}

/** What keeps work from being lost: the journal of unsaved work, what can be taken back, and earlier versions of what was saved. */
export interface SafetyCalls {
  /**
   * Notes an unsaved text; the answer says that it is on the disk. `base` is the text of the revision, empty for one that
   * was never saved, and may be null when it has been told before; `not-found` when it has not.
   */
  'journal.note': {
    input: {
      readonly id: string;
      readonly text: string;
      readonly revision: string | null;
      readonly base: string | null;
    };
    output: Empty;
  };
  /** Forgets the unsaved text of a file: it has been saved, or the user has let go of it. Says whether one was known here. */
  'journal.clear': { input: { readonly id: string }; output: { readonly wasKnown: boolean } };
  'journal.list': { input: Empty; output: readonly LeftWork[] };
  'journal.read': { input: { readonly key: string }; output: LeftText };
  /** Goes on with left work as one's own; it must be told of further changes with `journal.note`. */
  'journal.take': { input: { readonly key: string }; output: Empty };
  /** Lets left work go; its text stays among the versions of its file. */
  'journal.discard': { input: { readonly key: string }; output: Empty };
  /** Gives what can be taken back in a file, as it was last kept; null where nothing is known. */
  'history.read': { input: { readonly id: string }; output: { readonly history: EditHistory | null } };
  /** Keeps what can be taken back in a file in the place of what was kept before. */
  'history.keep': { input: { readonly id: string; readonly history: EditHistory }; output: Empty };
  'versions.list': { input: { readonly id: string }; output: readonly Version[] };
  'versions.read': {
    input: { readonly id: string; readonly number: number };
    output: { readonly text: string };
  };
  /** Keeps a text as a version, for ever under a name. */
  'versions.keep': {
    input: { readonly id: string; readonly text: string; readonly name: string | null };
    output: Version;
  };
  'versions.name': {
    input: { readonly id: string; readonly number: number; readonly name: string | null };
    output: Empty;
  };
  /** What a report of a fault should hold: versions, the machine, the last lines of the log; no scenario contents. */
  'app.diagnostics': { input: Empty; output: { readonly text: string } };
}
