import type { Place } from '../text/node.ts';
import type { Value } from '../value.ts';
import { noProvenance } from '../value.ts';
import type { Here } from './decoding.ts';
import { joinPath } from './decoding.ts';

/** Makes the date of a point in a table: structure, not something uncertain. */
export function fixedDate(month: number, here: Here, place: Place, text = ''): Value {
  return {
    path: joinPath(here.path, 'date'),
    dimension: 'date',
    distribution: { kind: 'constant', value: month },
    text,
    qualifier: null,
    place,
    provenance: noProvenance,
    isDecision: false,
    origin: 'fixed',
    reference: null,
    range: null,
  };
}
