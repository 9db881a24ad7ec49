import type { Dimension } from '../quantity/quantity.ts';
import type { Range } from '../value.ts';
import type {
  Alternatives,
  ChoiceShape,
  DatedShape,
  Field,
  Fields,
  ListShape,
  MapShape,
  RecordShape,
  Shape,
  TupleShape,
  VariantShape,
} from './shape.ts';

/** Makes a field that must be written. */
export function needed<S extends Shape>(shape: S, meaning: string, example: string): Field<S, 'needed'> {
  return { shape, presence: 'needed', fallback: null, otherwise: null, meaning, example };
}

/** Makes a field that may be missing; `otherwise` says what holds then. */
export function optional<S extends Shape>(
  shape: S,
  meaning: string,
  example: string,
  otherwise: string | null = null,
): Field<S, 'optional'> {
  return { shape, presence: 'optional', fallback: null, otherwise, meaning, example };
}

/** Makes a field that has a default, written as in a scenario. */
export function defaulted<S extends Shape>(
  shape: S,
  fallback: string,
  meaning: string,
  example: string = fallback,
): Field<S, 'defaulted'> {
  return { shape, presence: 'defaulted', fallback, otherwise: null, meaning, example };
}

/** Makes a section that is there even when nothing of it is written, with the defaults of its fields. */
export function section<S extends RecordShape | MapShape | DatedShape | ListShape>(
  shape: S,
  meaning: string,
  example = '',
): Field<S, 'defaulted'> {
  return { shape, presence: 'defaulted', fallback: '', otherwise: null, meaning, example };
}

/** Describes a quantity of a dimension; the range is in the dimension's fixed unit. */
export function quantity(dimension: Dimension, range: Range = { min: 0 }, suffix: string | null = null) {
  return { kind: 'quantity', dimension, range, isCertain: false, suffix } as const;
}

/** Describes a quantity that must be a plain value, since the run's shape depends on it. */
export function certain(dimension: Dimension, range: Range) {
  return { kind: 'quantity', dimension, range, isCertain: true, suffix: null } as const;
}

/** Describes a quantity that may change at dates. */
export function path(dimension: Dimension, range: Range = { min: 0 }) {
  return { kind: 'path', dimension, range } as const;
}

/** Describes a share between nothing and all. */
export const share = quantity('share', { min: 0, max: 1 });

/** Describes a length of time that is not negative. */
export const duration = quantity('duration', { min: 0, max: 1200 });

/** Describes a date, which may be uncertain. */
export const date = quantity('date', {});

/** Describes whether something happens. */
export const chance = { kind: 'chance' } as const;

/** Describes `true` or `false`. */
export const flag = { kind: 'flag' } as const;

/** Describes a certain calendar month. */
export const month = { kind: 'month' } as const;

/** Describes two dates with the time between them. */
export const period = { kind: 'period' } as const;

/** Describes a value in the unit of the measure it is compared with. */
export const literal = { kind: 'literal' } as const;

/** Describes free text. */
export function text(what = 'text') {
  return { kind: 'text', what } as const;
}

/** Describes one word out of a few, each with its meaning. */
export function choice<const W extends string>(words: Readonly<Record<W, string>>): ChoiceShape<W> {
  return { kind: 'choice', words };
}

/** Describes a whole number. */
export function whole(min: number, max: number) {
  return { kind: 'whole', min, max } as const;
}

/** Describes the name of something defined elsewhere. */
export function reference<const T extends 'generation' | 'source' | 'party' | 'measure' | 'input'>(to: T) {
  return { kind: 'reference', to } as const;
}

/** Describes a formula over measures. */
export function formula<const G extends 'number' | 'condition'>(gives: G) {
  return { kind: 'formula', gives } as const;
}

/** Describes a map with fixed keys; `sourced` records may carry provenance beside their fields. */
export function record<const F extends Fields>(fields: F): RecordShape<F> {
  return { kind: 'record', fields, isSourced: false };
}

/** Describes a map with fixed keys that may carry provenance for all its values. */
export function sourced<const F extends Fields>(fields: F): RecordShape<F> {
  return { kind: 'record', fields, isSourced: true };
}

/** Describes a map with the user's own keys. */
export function mapOf<S extends Shape>(
  keyName: string,
  each: S,
  options: {
    readonly keys?: MapShape['keys'];
    readonly most?: number;
    readonly mayBeList?: boolean;
    readonly mayBeFile?: boolean;
  } = {},
): MapShape<S> {
  return {
    kind: 'map',
    each,
    keyName,
    keys: options.keys ?? 'word',
    most: options.most ?? null,
    mayBeList: options.mayBeList ?? false,
    mayBeFile: options.mayBeFile ?? false,
  };
}

/** Describes a map with dates as keys. */
export function dated<S extends Shape>(each: S): DatedShape<S> {
  return { kind: 'dated', each };
}

/** Describes a list. */
export function listOf<S extends Shape>(each: S): ListShape<S> {
  return { kind: 'list', each };
}

/** Describes a list of fixed length. */
export function tuple<const T extends readonly Shape[]>(names: readonly string[], places: T): TupleShape<T> {
  return { kind: 'tuple', places, names };
}

/** Describes a field that can be written in several ways. */
export function variant<const A extends Alternatives>(alternatives: A): VariantShape<A> {
  return { kind: 'variant', alternatives };
}

/** Describes the form of a single word. */
export function word(meaning: string) {
  return { form: 'word', meaning } as const;
}

/** Describes the form of a map with one key, the alternative's name. */
export function keyed<S extends Shape>(shape: S, meaning: string) {
  return { form: 'keyed', shape, meaning } as const;
}

/** Describes the form of any other single value. */
export function plain<S extends Shape>(shape: S, meaning: string) {
  return { form: 'plain', shape, meaning } as const;
}

/** Describes the form of a map recognised by the presence of a key; without keys, any other map. */
export function mapForm<S extends RecordShape>(shape: S, meaning: string, having: readonly string[] = []) {
  return { form: 'map', shape, meaning, having } as const;
}
