import type { Decoded } from '../fields/decoded.ts';
import { provenanceFields } from '../fields/provenance.ts';
import type { Fields, Shape } from '../fields/shape.ts';
import type { Entry } from '../text/node.ts';
import type { Provenance } from '../value.ts';
import type { Decoding, Here, ReportedList } from './decoding.ts';
import { below, decodeAs } from './decoding.ts';

/** What the provenance keys beside a value, or beside the fields of a record, say. */
export interface Sourcing {
  readonly holds: { readonly provenance: Provenance; readonly isDecision: boolean };
  readonly reported: ReportedList | null;
}

/**
 * Reads the provenance keys of a map. What is not said is inherited from the record around; fields of the record
 * itself that have the same name as a provenance key go first.
 */
export function readSourcing(
  d: Decoding,
  written: ReadonlyMap<string, Entry>,
  fields: Fields,
  here: Here,
): Sourcing {
  const read = <S extends { readonly kind: Shape['kind'] }>(
    key: string,
    shape: S & Shape,
  ): Decoded<S> | undefined => {
    const entry = Object.hasOwn(fields, key) ? undefined : written.get(key);
    return entry && decodeAs(d, shape, entry.value, below(here, key, entry.keyPlace));
  };
  const keys = provenanceFields;
  const outer = here.provenance;
  const figures = read('reported', keys.reported.shape);
  const weights = read('weights', keys.weights.shape) ?? 'equal';
  return {
    holds: {
      provenance: {
        source: read('source', keys.source.shape)?.name ?? outer.source,
        date: read('date', keys.date.shape) ?? outer.date,
        note: read('note', keys.note.shape) ?? outer.note,
        confidence: read('confidence', keys.confidence.shape) ?? outer.confidence,
        status: read('status', keys.status.shape) ?? outer.status,
        basis: read('basis', keys.basis.shape) ?? outer.basis,
        reported: [],
      },
      isDecision: read('decision', keys.decision.shape) ?? here.isDecision,
    },
    reported:
      figures === undefined
        ? null
        : {
            weights,
            figures: figures.map((figure) => ({
              value: figure.value,
              source: figure.source?.name ?? null,
              date: figure.date,
              note: figure.note,
              confidence: figure.confidence,
            })),
          },
  };
}
