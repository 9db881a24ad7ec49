import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { Chosen, Dated, DatedValues, Keyed, Named, Provenance, Spot, Value, Written } from '../value.ts';

/**
 * The type of what a shape decodes to; the types of the scenario are derived from the table with it. Looked up by the
 * kind of the shape, and without constraints on the parts, because the compiler gives up on deeper conditions.
 */
export type Decoded<S> = S extends { readonly kind: infer K extends keyof DecodedKinds<S> }
  ? DecodedKinds<S>[K]
  : never;

interface DecodedKinds<S> {
  readonly quantity: Value;
  readonly chance: Value;
  readonly path: DatedValues;
  readonly text: string;
  readonly choice: S extends { readonly words: Readonly<Record<infer W, string>> } ? W : never;
  readonly flag: boolean;
  readonly whole: number;
  readonly month: YearMonth;
  readonly reference: Named;
  readonly formula: Written;
  readonly literal: Written;
  readonly period: Period;
  readonly record: S extends { readonly fields: infer F } ? DecodedRecord<F> : never;
  readonly map: S extends { readonly each: infer E } ? readonly Keyed<Decoded<E>>[] : never;
  readonly dated: S extends { readonly each: infer E } ? readonly Dated<Decoded<E>>[] : never;
  readonly list: S extends { readonly each: infer E } ? readonly Decoded<E>[] : never;
  readonly tuple: S extends { readonly places: infer T } ? { readonly [I in keyof T]: Decoded<T[I]> } : never;
  readonly variant: S extends { readonly alternatives: infer A } ? DecodedVariant<A> : never;
}

/** A decoded record: its fields under the names of the table, and where it stands and where it comes from. */
export type DecodedRecord<F> = { readonly [K in keyof F]: DecodedField<F[K]> } & {
  readonly spot: Spot;
  readonly provenance: Provenance;
};

type DecodedField<F> = F extends { readonly shape: infer S; readonly presence: infer P }
  ? 'optional' extends P
    ? Decoded<S> | null
    : Decoded<S>
  : never;

type DecodedVariant<A> = {
  [K in keyof A & string]: Chosen<K, A[K] extends { readonly shape: infer S } ? Decoded<S> : null>;
}[keyof A & string];

/** Two dates, the first not after the second. */
export interface Period {
  readonly from: Value;
  readonly to: Value;
}
