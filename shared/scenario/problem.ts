/** One fault or remark about a scenario text, in the words of the person who wrote it. */
export interface Problem {
  /** Stable, for tests and quick fixes: `unknown-key`, `wrong-unit`, `out-of-range` … */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** The file it is in, when not the one being read (a base or a used file). */
  readonly file?: string;
  /** Dotted path of the field, `deals.aws.commitment.amount`; empty for the whole file. */
  readonly path: string;
  /** Offsets into the text, and 1-based line and column of the start. */
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly column: number;
  /** Names the field, the value met, what is expected and what to do. */
  readonly message: string;
  readonly met?: string;
  readonly expected?: string;
  /** A replacement for the range that mends the fault, where one is obvious. */
  readonly fix?: { readonly title: string; readonly replacement: string };
}
