import type { Dimension } from '../quantity/quantity.ts';
import type { Range } from '../value.ts';

/**
 * What may stand at a place of a scenario. The table of fields is built from these; decoding, completion, hover,
 * the JSON schema, the form and the reference page all walk the same table.
 */
export type Shape =
  | QuantityShape
  | ChanceShape
  | PathShape
  | TextShape
  | ChoiceShape
  | FlagShape
  | WholeShape
  | MonthShape
  | ReferenceShape
  | FormulaShape
  | LiteralShape
  | PeriodShape
  | RecordShape
  | MapShape
  | DatedShape
  | ListShape
  | TupleShape
  | VariantShape;

/** A quantity with a unit; it may be uncertain, written long or refer to an assumption, unless it must be certain. */
export interface QuantityShape {
  readonly kind: 'quantity';
  readonly dimension: Dimension;
  readonly range: Range;
  readonly isCertain: boolean;
  /** A word that may follow the value, such as `online` in `1 GW online`. */
  readonly suffix: string | null;
}

/** Whether something happens: the share of draws in which it does. */
export interface ChanceShape {
  readonly kind: 'chance';
}

/** A quantity that may change at dates: one quantity, or `{ DATE: quantity }`. */
export interface PathShape {
  readonly kind: 'path';
  readonly dimension: Dimension;
  readonly range: Range;
}

/** Free text on one line, or more where `isLong`. */
export interface TextShape {
  readonly kind: 'text';
  /** Said in messages and the reference: `a file name`, `a web address`. */
  readonly what: string;
}

/** One word out of a few. */
export interface ChoiceShape<W extends string = string> {
  readonly kind: 'choice';
  readonly words: Readonly<Record<W, string>>;
}

/** `true` or `false`. */
export interface FlagShape {
  readonly kind: 'flag';
}

/** A whole number without a unit. */
export interface WholeShape {
  readonly kind: 'whole';
  readonly min: number;
  readonly max: number;
}

/** A calendar month that must be certain, `2026-04`. */
export interface MonthShape {
  readonly kind: 'month';
}

/** The name of something defined elsewhere. */
export interface ReferenceShape {
  readonly kind: 'reference';
  readonly to: 'generation' | 'source' | 'party' | 'measure' | 'input';
}

/** A formula over measures. */
export interface FormulaShape {
  readonly kind: 'formula';
  readonly gives: 'number' | 'condition';
}

/** A quantity whose unit depends on the measure it is about. */
export interface LiteralShape {
  readonly kind: 'literal';
}

/** Two dates: `2029-01 to 2029-12`, or `{ from, to }`. */
export interface PeriodShape {
  readonly kind: 'period';
}

/** A map with the keys of the table. */
export interface RecordShape<F extends Fields = Fields> {
  readonly kind: 'record';
  readonly fields: F;
  /** True where `source`, `note` and the other provenance keys may stand beside the fields and hold for all of them. */
  readonly isSourced: boolean;
}

/** A map with the user's own keys. */
export interface MapShape<S extends Shape = Shape> {
  readonly kind: 'map';
  readonly each: S;
  /** What a key names: `deal`, `phase`, `generation`. */
  readonly keyName: string;
  readonly keys: 'word' | 'sentence' | 'reference-to-generation' | 'measure';
  readonly most: number | null;
  /** True where a list of maps with one key each is the same thing. */
  readonly mayBeList: boolean;
  /** True where the name of a CSV file with the same contents may stand instead. */
  readonly mayBeFile: boolean;
}

/** A map with dates as keys. */
export interface DatedShape<S extends Shape = Shape> {
  readonly kind: 'dated';
  readonly each: S;
}

/** A list of items of one shape. */
export interface ListShape<S extends Shape = Shape> {
  readonly kind: 'list';
  readonly each: S;
}

/** A list of a fixed length, each place with its own shape. */
export interface TupleShape<T extends readonly Shape[] = readonly Shape[]> {
  readonly kind: 'tuple';
  readonly places: T;
  readonly names: readonly string[];
}

/** One of several ways to write the same field. */
export interface VariantShape<A extends Alternatives = Alternatives> {
  readonly kind: 'variant';
  readonly alternatives: A;
}

export type Alternatives = Readonly<Record<string, Alternative>>;

/** A way to write a field: a word, a map with one key, any other text, or a map recognised by a key of its own. */
export type Alternative =
  | { readonly form: 'word'; readonly meaning: string }
  | { readonly form: 'keyed'; readonly shape: Shape; readonly meaning: string }
  | { readonly form: 'plain'; readonly shape: Shape; readonly meaning: string }
  | {
      readonly form: 'map';
      readonly shape: RecordShape;
      readonly having: readonly string[];
      readonly meaning: string;
    };

export type Fields = Readonly<Record<string, Field>>;

/** One row of the table. */
export interface Field<S extends Shape = Shape, P extends Presence = Presence> {
  readonly shape: S;
  readonly presence: P;
  /** What is decoded where nothing is written; the empty text stands for an empty map. */
  readonly fallback: string | null;
  /** In words, where the default follows from another field. */
  readonly otherwise: string | null;
  readonly meaning: string;
  readonly example: string;
}

export type Presence = 'needed' | 'optional' | 'defaulted';
