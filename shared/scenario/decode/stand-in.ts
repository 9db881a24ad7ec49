import type { Shape } from '../fields/shape.ts';
import type { Place } from '../text/node.ts';
import type { Provenance, Value } from '../value.ts';
import { noProvenance } from '../value.ts';
import type { Here } from './decoding.ts';

/**
 * Makes something to go on with where a needed field is missing or could not be read and that has been reported, so
 * that one fault does not hide the others. Numbers stand in as NaN, which every later rule leaves alone. Undefined
 * where nothing honest can stand in; then the item around it is left out.
 */
export function standIn(shape: Shape, place: Place, here: Here): unknown {
  const spot = { path: here.path, place, keyPlace: here.keyPlace };
  switch (shape.kind) {
    case 'quantity':
      return unknownValue(shape.dimension, place, here);
    case 'chance':
      return unknownValue('probability', place, here);
    case 'path':
      return { spot, points: [] };
    case 'text':
      return '';
    case 'choice':
      return Object.keys(shape.words)[0];
    case 'flag':
      return false;
    case 'whole':
      return shape.min;
    case 'month':
      return { year: 2026, month: 1 };
    case 'reference':
      return { name: '', spot };
    case 'formula':
    case 'literal':
      return { text: '', spot };
    case 'period':
      return { from: unknownValue('date', place, here), to: unknownValue('date', place, here) };
    case 'record':
      return standInRecord(shape.fields, place, here);
    case 'map':
    case 'dated':
    case 'list':
      return [];
    case 'tuple':
    case 'variant':
      return undefined;
  }
}

function standInRecord(
  fields: Readonly<Record<string, { readonly shape: Shape; readonly presence: string }>>,
  place: Place,
  here: Here,
): unknown {
  const spot = { path: here.path, place, keyPlace: here.keyPlace };
  const provenance: Provenance = noProvenance;
  const result: Record<string, unknown> = { spot, provenance };
  for (const [key, field] of Object.entries(fields)) {
    const value =
      field.presence === 'optional'
        ? null
        : standIn(field.shape, place, { ...here, path: `${here.path}.${key}` });
    if (value === undefined) return undefined;
    result[key] = value;
  }
  return result;
}

/** Makes a quantity of which nothing is known. */
export function unknownValue(dimension: Value['dimension'], place: Place, here: Here): Value {
  return {
    path: here.path,
    dimension,
    distribution: { kind: 'constant', value: Number.NaN },
    text: '',
    qualifier: null,
    place,
    provenance: noProvenance,
    isDecision: false,
    origin: 'default',
    reference: null,
    range: null,
  };
}
