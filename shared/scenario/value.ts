import type { Distribution } from '#shared/engine/plan/distribution.ts';
import type { Dimension } from './quantity/quantity.ts';
import type { Place } from './text/node.ts';

/** Where a part of a scenario stands: its dotted path, the place of its value and the place of its key. */
export interface Spot {
  readonly path: string;
  readonly place: Place;
  readonly keyPlace: Place;
}

/** Smallest and largest sensible value of a quantity, in the fixed unit of its dimension. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** How much a statement is trusted by the person who wrote it down. */
export type Confidence = 'high' | 'medium' | 'low';

/** One of several figures that sources give for the same quantity. */
export interface Reported {
  readonly text: string;
  /** In the fixed unit of the quantity's dimension. */
  readonly value: number;
  readonly source: string | null;
  readonly date: string | null;
  readonly note: string | null;
  readonly confidence: Confidence | null;
  readonly place: Place;
}

/** Where a quantity comes from, in the writer's words; null where nothing is said. */
export interface Provenance {
  readonly source: string | null;
  readonly date: string | null;
  readonly note: string | null;
  readonly confidence: Confidence | null;
  readonly status: string | null;
  readonly basis: string | null;
  readonly reported: readonly Reported[];
}

/** The provenance of a quantity of which nothing is said. */
export const noProvenance: Provenance = {
  source: null,
  date: null,
  note: null,
  confidence: null,
  status: null,
  basis: null,
  reported: [],
};

/** One quantity of a scenario: what it is, how sure it is, and where it was written. */
export interface Value {
  /** Dotted path of the field, which also names the random stream unless the value is a reference. */
  readonly path: string;
  readonly dimension: Dimension;
  readonly distribution: Distribution;
  readonly text: string;
  readonly qualifier: string | null;
  readonly place: Place;
  readonly provenance: Provenance;
  /** True for something a party chooses; beliefs otherwise. */
  readonly isDecision: boolean;
  /** `fixed` marks structure such as the date of a point in a table. */
  readonly origin: 'written' | 'default' | 'fixed';
  /** Key of the assumption it refers to (`=slip`), or null. */
  readonly reference: string | null;
  readonly range: Range | null;
}

/** A value that changes at dated points; a single undated value has one point at month 0. */
export interface DatedValues {
  readonly spot: Spot;
  readonly points: readonly DatedPoint[];
}

export interface DatedPoint {
  readonly at: Value;
  readonly value: Value;
}

/** The name of something defined elsewhere in the scenario. */
export interface Named {
  readonly name: string;
  readonly spot: Spot;
}

/** A text to be read later, when it is known what it is about (a formula, an observed value). */
export interface Written {
  readonly text: string;
  readonly spot: Spot;
}

/** One item of a map of the user's own keys. */
export interface Keyed<T> {
  readonly key: string;
  readonly spot: Spot;
  readonly value: T;
}

/** One dated item, in the order of the dates. */
export interface Dated<T> {
  readonly at: Value;
  readonly spot: Spot;
  readonly value: T;
}

/** One of several forms in which a field can be written. */
export interface Chosen<K extends string, T> {
  readonly kind: K;
  readonly spot: Spot;
  readonly value: T;
}
