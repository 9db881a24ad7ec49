import type { Distribution } from '#shared/engine/plan/distribution.ts';
import type { Input, Path, Slot } from '#shared/engine/plan/input.ts';
import { describeDimension } from '../quantity/dimensions.ts';
import type { Dimension } from '../quantity/quantity.ts';
import type { DatedValues, Value } from '../value.ts';
import type { InputInfo } from './input-info.ts';
import { labelOfPath } from './label.ts';

/** Gives every number of a plan its slot and keeps what is known about it. */
export interface Slots {
  /** The slot of a quantity; quantities that refer to one assumption share its slot. */
  readonly of: (value: Value) => Slot;
  /** The slot of a quantity, or of a number that holds where nothing is written. */
  readonly orElse: (value: Value | null, path: string, dimension: Dimension, otherwise: number) => Slot;
  /** The slot of a number that follows from the structure, not from a quantity. */
  readonly constant: (path: string, dimension: Dimension, value: number) => Slot;
  readonly path: (values: DatedValues) => Path;
  readonly inputs: readonly Input[];
  readonly infos: readonly InputInfo[];
  /** Finds a slot by the path of the quantity or the key of its stream. */
  readonly find: (path: string) => Slot | null;
}

/** Starts with no slots; `shared` are the assumptions. */
export function slotBook(shared: ReadonlyMap<string, Value>): Slots {
  const inputs: Input[] = [];
  const infos: InputInfo[] = [];
  const byKey = new Map<string, Slot>();
  const byPath = new Map<string, Slot>();

  const add = (distribution: Distribution, info: InputInfo): Slot => {
    const { slot, key, path } = info;
    inputs.push({ key, distribution });
    infos.push(info);
    byKey.set(key, slot);
    byPath.set(path, slot);
    return slot;
  };

  const of = (value: Value): Slot => {
    const key = value.reference === null ? value.path : `assumptions.${value.reference}`;
    const known = byKey.get(key);
    if (known !== undefined) {
      byPath.set(value.path, known);
      return known;
    }
    const target = value.reference === null ? value : (shared.get(value.reference) ?? value);
    const slot = add(target.distribution, infoOnce(target, key, inputs.length));
    byPath.set(value.path, slot);
    return slot;
  };

  const constant = (path: string, dimension: Dimension, value: number): Slot =>
    byKey.get(path) ?? add({ kind: 'constant', value }, fixedInfo(path, dimension, inputs.length));

  return {
    of,
    constant,
    orElse: (value, path, dimension, otherwise) => (value ? of(value) : constant(path, dimension, otherwise)),
    path: ({ points }) => ({
      at: points.map((point) => of(point.at)),
      value: points.map((point) => of(point.value)),
    }),
    inputs,
    infos,
    find: (path) => byPath.get(path) ?? byKey.get(path) ?? null,
  };
}

/** What is known of a quantity, kept as long as it is: while somebody types, all but a few stay the very same. */
const infosBefore = new WeakMap<Value, InputInfo>();

function infoOnce(value: Value, key: string, slot: Slot): InputInfo {
  const before = infosBefore.get(value);
  if (before?.slot === slot && before.key === key) return before;
  const info = infoOf(value, key, slot);
  infosBefore.set(value, info);
  return info;
}

function infoOf(value: Value, key: string, slot: Slot): InputInfo {
  return {
    slot,
    key,
    path: value.reference === null ? value.path : key,
    label: labelOfPath(key),
    dimension: value.dimension,
    unit: unitOf(value.dimension),
    provenance: value.provenance,
    place: value.place,
    text: value.text,
    qualifier: value.qualifier,
    isDecision: value.isDecision,
    origin: value.origin,
    range: value.range,
  };
}

function fixedInfo(path: string, dimension: Dimension, slot: Slot): InputInfo {
  return {
    slot,
    key: path,
    path,
    label: labelOfPath(path),
    dimension,
    unit: unitOf(dimension),
    provenance: null,
    place: null,
    text: '',
    qualifier: null,
    isDecision: false,
    origin: 'fixed',
    range: null,
  };
}

function unitOf(dimension: Dimension): string {
  return describeDimension(dimension).units[0] ?? '';
}
