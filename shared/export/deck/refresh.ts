/** What a refresh would do to a deck, said before anything is written. */
export interface RefreshChanges {
  /** What moves, from what to what. */
  readonly moved: readonly MovedObject[];
  /** What is found and says the same as before. */
  readonly unchanged: readonly FoundObject[];
  /** Words that were changed by hand since they were written, and stay. */
  readonly kept: readonly (FoundObject & { readonly words: string })[];
  /** Objects of the export that the deck no longer has. */
  readonly missing: readonly { readonly page: string; readonly part: string; readonly topic: string }[];
  /** Objects of ours in the deck that this export says nothing about; they stay as they are. */
  readonly untouched: readonly FoundObject[];
}

/** An object found in a deck. */
export interface FoundObject {
  readonly page: string;
  /** `title`, `topic`, `chart`, `table`, `picture`, `footnote`, `note`, `arrow`, `difference`. */
  readonly part: string;
  /** Number of its slide, from 1. */
  readonly slide: number;
}

/** An object whose contents change. */
export interface MovedObject extends FoundObject {
  readonly moves: readonly Move[];
}

/** One figure or wording that changes: the largest change of a series, a cell of a table, a sentence. */
export interface Move {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}
