/** One proposal of what to write at the cursor. */
export interface Completion {
  readonly label: string;
  /** What replaces the word from `from` to `to`. */
  readonly insert: string;
  readonly kind: 'field' | 'word' | 'name' | 'unit' | 'measure' | 'example';
  /** A few words beside the label: unit, default, where it is defined. */
  readonly detail: string;
  /** A sentence or two. */
  readonly meaning: string;
  readonly from: number;
  readonly to: number;
  /** Proposals with a smaller rank come first. */
  readonly rank: number;
}

/** A proposal before it is known which word it replaces. */
export type Proposal = Omit<Completion, 'from' | 'to'>;

/** Makes a proposal that inserts its label. */
export function propose(
  kind: Completion['kind'],
  label: string,
  detail: string,
  meaning: string,
  rank = 0,
  insert = label,
): Proposal {
  return { kind, label, detail, meaning, rank, insert };
}
