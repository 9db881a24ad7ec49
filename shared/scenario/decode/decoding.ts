import type { Outcome } from '#shared/base/outcome.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { Decoded } from '../fields/decoded.ts';
import type { Shape } from '../fields/shape.ts';
import type { Finding } from '../problem-list.ts';
import type { Dimension, Quantity, QuantityFault } from '../quantity/quantity.ts';
import type { Node, Place } from '../text/node.ts';
import type { Confidence, Provenance, Range, Spot, Value } from '../value.ts';
import { noProvenance } from '../value.ts';
import type { NamedThing, Use } from './effects.ts';

/** What stays the same while one scenario is decoded. */
export interface Decoding {
  readonly start: YearMonth;
  readonly report: (finding: Finding) => void;
  /** Decodes a node against a shape; undefined where it could not, in which case the reason has been reported. */
  readonly decode: (shape: Shape, node: Node, here: Here) => unknown;
  /** Reads the words of a quantity. */
  readonly parse: (text: string, dimension: Dimension, range: Range) => Outcome<Quantity, QuantityFault>;
  /** Notes a quantity for the index of inputs. */
  readonly note: (value: Value) => void;
  /** Finds what an assumption says, or null where there is none of that name. */
  readonly assumption: (key: string) => Assumption | null;
  readonly assumptionKeys: readonly string[];
  /** Hears of every reference to an assumption that exists. */
  readonly used: (use: Use) => void;
  /** Tells whether a thing of that name exists. */
  readonly knows: (to: NamedThing, name: string) => boolean;
  /** Names that exist, of the things that are looked up by name everywhere. */
  readonly known: Readonly<Record<NamedThing, readonly string[]>>;
}

/** An unknown stated once; its dimension is that of the first field that refers to it. */
export interface Assumption {
  readonly key: string;
  readonly node: Node;
  readonly here: Here;
  /** True where nothing need refer to it: it says in words where it matters, or a reference to it is misspelled. */
  isForReaders: boolean;
  /** Set by the first use; later uses share it and may narrow its range. */
  value: Value | null;
  isBroken: boolean;
}

/** Where decoding stands, and what holds for everything below. */
export interface Here {
  readonly path: string;
  readonly keyPlace: Place;
  readonly provenance: Provenance;
  readonly isDecision: boolean;
  /** True below a default: nothing there was written. */
  readonly isDefault: boolean;
  /** Figures that sources give for the quantity at this place, from the record around it. */
  readonly reported: ReportedList | null;
}

/** Figures listed under `reported`, not yet read as quantities. */
export interface ReportedList {
  readonly figures: readonly {
    readonly value: { readonly text: string; readonly spot: Spot };
    readonly source: string | null;
    readonly date: string | null;
    readonly note: string | null;
    readonly confidence: Confidence | null;
  }[];
  readonly weights: 'equal' | 'confidence';
}

/** Decodes against a shape known by type; the table guarantees that the decoders give what `Decoded` says. */
export function decodeAs<S extends { readonly kind: Shape['kind'] }>(
  d: Decoding,
  shape: S & Shape,
  node: Node,
  here: Here,
): Decoded<S> | undefined {
  return d.decode(shape, node, here) as Decoded<S> | undefined;
}

/** Makes the place where decoding of a file begins. */
export function topOf(place: Place): Here {
  return {
    path: '',
    keyPlace: place,
    provenance: noProvenance,
    isDecision: false,
    isDefault: false,
    reported: null,
  };
}

/** Steps down to a field or item; figures reported for the record do not travel further on their own. */
export function below(here: Here, key: string, keyPlace: Place): Here {
  const { provenance, isDecision, isDefault } = here;
  return { path: joinPath(here.path, key), keyPlace, provenance, isDecision, isDefault, reported: null };
}

/** Joins a path and a key with a dot. */
export function joinPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** Tells where a node stands. */
export function spotOf(node: Node, here: Here): Spot {
  return { path: here.path, place: node.place, keyPlace: here.keyPlace };
}

/** Makes the node of a default, standing where its record stands. */
export function defaultNode(text: string, place: Place): Node {
  if (text === '') return { kind: 'map', place, entries: [] };
  return { kind: 'scalar', place, text, isNull: false };
}

/** Tells what was met, in a few words, for messages. */
export function metText(node: Node): string {
  if (node.kind === 'map') return node.entries.length === 0 ? 'an empty map' : 'a map';
  if (node.kind === 'list') return `a list of ${node.items.length}`;
  return node.isNull ? 'nothing' : node.text;
}
