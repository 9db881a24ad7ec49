import type { Value } from '#shared/scenario/value.ts';

/** A document figures are taken from. */
export interface Document {
  readonly key: string;
  readonly title: string;
  readonly date: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly note: string | null;
}

/** A document with the quantities that rest on it. */
export interface SourceEntry {
  readonly document: Document;
  readonly values: readonly Value[];
}

/** A quantity for which sources give different figures. */
export interface Disagreement {
  readonly value: Value;
  /** Largest over smallest figure, less one; NaN where one of them is zero or negative. */
  readonly spread: number;
}

/** Who says what, where they disagree, and what nobody vouches for. */
export interface SourceBook {
  readonly entries: readonly SourceEntry[];
  readonly disagreements: readonly Disagreement[];
  /** Written quantities without a source of their own. */
  readonly unsourced: readonly Value[];
}

/** Sorts the quantities of a scenario by the document they rest on; unused documents come last. */
export function sourceBook(documents: readonly Document[], inputs: readonly Value[]): SourceBook {
  const written = inputs.filter((input) => input.origin === 'written');
  const entries = documents
    .map((document) => ({ document, values: written.filter((value) => rests(value, document.key)) }))
    .sort((a, b) => b.values.length - a.values.length);
  return {
    entries,
    disagreements: written.flatMap(disagreement).sort((a, b) => order(b.spread) - order(a.spread)),
    unsourced: written.filter((value) => value.provenance.source === null && value.reference === null),
  };
}

function rests({ provenance }: Value, key: string): boolean {
  return provenance.source === key || provenance.reported.some((figure) => figure.source === key);
}

function disagreement(value: Value): Disagreement[] {
  const figures = value.provenance.reported.map((figure) => figure.value);
  const low = Math.min(...figures);
  const high = Math.max(...figures);
  if (figures.length < 2 || low === high) return [];
  return [{ value, spread: low > 0 ? high / low - 1 : Number.NaN }];
}

/** A spread against zero is the widest there is. */
function order(spread: number): number {
  return Number.isNaN(spread) ? Number.POSITIVE_INFINITY : spread;
}
