import { longValueShape } from '../fields/provenance.ts';
import { scenarioShape } from '../fields/scenario.ts';
import type { Alternative, Field, RecordShape, Shape } from '../fields/shape.ts';
import type { Scanned } from './scan-text.ts';

/** What the table says of a path, with the field it belongs to (the items of a map share the field of the map). */
export interface ShapeAt {
  readonly shape: Shape;
  readonly field: Field | null;
}

/** Keys written directly inside the map at a path. */
export type KeysInside = (path: readonly string[]) => readonly string[];

/** Looks keys up in what has been scanned. */
export function keysInside(scanned: readonly Scanned[]): KeysInside {
  const byParent = new Map<string, string[]>();
  for (const { path } of scanned) {
    const parent = path.slice(0, -1).join('\n');
    const keys = byParent.get(parent);
    const key = path.at(-1) ?? '';
    if (keys) keys.push(key);
    else byParent.set(parent, [key]);
  }
  return (path) => byParent.get(path.join('\n')) ?? [];
}

/** Walks the table along a path; null where the path leaves it. */
export function shapeAt(path: readonly string[], keys: KeysInside): ShapeAt | null {
  let at: ShapeAt = { shape: scenarioShape, field: null };
  for (let depth = 0; depth < path.length; depth++) {
    const next = stepInto(at, path[depth] ?? '', keys(path.slice(0, depth)));
    if (next === null) return null;
    at = next;
  }
  return at;
}

function stepInto({ shape, field }: ShapeAt, key: string, siblings: readonly string[]): ShapeAt | null {
  switch (shape.kind) {
    case 'record':
      return inRecord(shape, key);
    case 'map':
      // A list of maps with one key each is the same as the map.
      return shape.mayBeList && /^\d+$/.test(key) ? { shape, field } : { shape: shape.each, field };
    case 'dated':
      return { shape: shape.each, field };
    case 'path':
      return key === 'value' || longValueShape.fields[key as 'value']
        ? inLongValue({ shape, field }, key)
        : { shape: { ...shape, kind: 'quantity', isCertain: false, suffix: null }, field };
    case 'list':
      return { shape: shape.each, field };
    case 'tuple': {
      const place = shape.places[Number(key) - 1];
      return place ? { shape: place, field } : null;
    }
    case 'variant':
      return inVariant(Object.entries(shape.alternatives), key, siblings, field);
    case 'quantity':
    case 'chance':
    case 'literal':
      return inLongValue({ shape, field }, key);
    case 'period':
      return key === 'from' || key === 'to'
        ? { shape: { kind: 'quantity', dimension: 'date', range: {}, isCertain: false, suffix: null }, field }
        : null;
    default:
      return null;
  }
}

/** The field of that name; none where only every object knows the name, such as “constructor”. */
function ownField(fields: Readonly<Record<string, Field>>, key: string): Field | undefined {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function inRecord(shape: RecordShape, key: string): ShapeAt | null {
  const field = ownField(shape.fields, key);
  if (field) return { shape: field.shape, field };
  return shape.isSourced ? inLongValue(null, key) : null;
}

function inLongValue(value: ShapeAt | null, key: string): ShapeAt | null {
  if (key === 'value') return value;
  const field = ownField(longValueShape.fields, key);
  return field ? { shape: field.shape, field } : null;
}

function inVariant(
  alternatives: readonly (readonly [string, Alternative])[],
  key: string,
  siblings: readonly string[],
  field: Field | null,
): ShapeAt | null {
  const keyed = alternatives.find(([name, way]) => way.form === 'keyed' && name === key);
  if (keyed && keyed[1].form === 'keyed')
    return { shape: keyed[1].shape, field: withMeaning(field, keyed[1]) };
  for (const shape of recordsOf(alternatives, siblings)) {
    const found = inRecord(shape, key);
    if (found) return found;
  }
  const plain = alternatives.find(([, way]) => way.form === 'plain');
  return plain && plain[1].form === 'plain'
    ? stepInto({ shape: plain[1].shape, field }, key, siblings)
    : null;
}

function withMeaning(field: Field | null, way: Extract<Alternative, { form: 'keyed' }>): Field | null {
  return (
    field && {
      ...field,
      shape: way.shape,
      meaning: way.meaning,
      example: '',
      fallback: null,
      otherwise: null,
    }
  );
}

/** The map forms that fit the keys written so far: the one that is told by them, else all. */
export function recordsOf(
  alternatives: readonly (readonly [string, Alternative])[],
  siblings: readonly string[],
): readonly RecordShape[] {
  const maps = alternatives.flatMap(([, way]) => (way.form === 'map' ? [way] : []));
  const told = maps.find((way) => way.having.some((key) => siblings.includes(key)));
  return (told ? [told] : maps).map((way) => way.shape);
}
