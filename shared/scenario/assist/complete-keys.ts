import { longValueShape, provenanceFields } from '../fields/provenance.ts';
import type { Field, Fields, Shape } from '../fields/shape.ts';
import { whatOf } from '../reference/inputs.ts';
import type { Proposal } from './completion.ts';
import { propose } from './completion.ts';
import type { Cursor } from './cursor.ts';
import type { Names } from './names.ts';
import type { KeysInside } from './shape-at.ts';
import { recordsOf } from './shape-at.ts';

/** Proposes keys of the map the cursor stands in: those of the table, or names known from elsewhere. */
export function proposeKeys(
  text: string,
  cursor: Cursor,
  shape: Shape,
  own: KeysInside,
  names: Names,
): readonly Proposal[] {
  const written = own(cursor.path).filter((key) => key !== text.slice(cursor.from, cursor.to));
  const hasColon = /^\s*:/.test(text.slice(cursor.to, cursor.to + 20));
  const proposals = keysFor(shape, cursor, names);
  const unique = proposals.filter(
    ({ label }, i) => !written.includes(label) && proposals.findIndex((other) => other.label === label) === i,
  );
  return hasColon ? unique.map((proposal) => ({ ...proposal, insert: proposal.label })) : unique;
}

function keysFor(shape: Shape, cursor: Cursor, names: Names): readonly Proposal[] {
  switch (shape.kind) {
    case 'record':
      return [
        ...fieldProposals(shape.fields, cursor, 0),
        ...(shape.isSourced ? fieldProposals(provenanceFields, cursor, 5) : []),
      ];
    case 'map':
      return mapProposals(shape.keys, shape.keyName, cursor, names);
    case 'variant': {
      const alternatives = Object.entries(shape.alternatives);
      const keyed = alternatives.flatMap(([key, way]) =>
        way.form === 'keyed' ? [propose('field', key, whatOf(way.shape), way.meaning, 0, `${key}: `)] : [],
      );
      const records = recordsOf(alternatives, names.inside(cursor.path));
      return [...keyed, ...records.flatMap((record) => keysFor(record, cursor, names))];
    }
    case 'quantity':
    case 'chance':
    case 'path':
    case 'literal':
      return fieldProposals(longValueShape.fields, cursor, 0);
    default:
      return [];
  }
}

function fieldProposals(fields: Fields, cursor: Cursor, rank: number): readonly Proposal[] {
  return Object.entries(fields).map(([key, field], i) => {
    const missing = field.presence === 'needed' ? 0 : 1;
    return propose(
      'field',
      key,
      detailOf(field),
      meaningOf(field),
      rank + missing + i / 100,
      insertOf(key, field, cursor),
    );
  });
}

/** Sections open on the next line, one step further in; inside brackets and for values there is only the colon. */
function insertOf(key: string, { shape }: Field, cursor: Cursor): string {
  const isSection = shape.kind === 'record' || shape.kind === 'map';
  return isSection && cursor.column >= 0 ? `${key}:\n${' '.repeat(cursor.column + 2)}` : `${key}: `;
}

/** Tells what a field takes, in a few words. */
export function detailOf(field: Field): string {
  const holds = field.presence === 'needed' ? 'needed' : ((field.fallback || field.otherwise) ?? '');
  return holds === '' ? whatOf(field.shape) : `${whatOf(field.shape)} · ${holds}`;
}

function meaningOf(field: Field): string {
  return field.example === '' ? field.meaning : `${field.meaning} For example: ${field.example}`;
}

function mapProposals(
  keys: 'word' | 'sentence' | 'reference-to-generation' | 'measure',
  keyName: string,
  cursor: Cursor,
  names: Names,
): readonly Proposal[] {
  const inherited = names
    .inside(cursor.path)
    .map((key) => propose('name', key, `${keyName} of the base`, '', 0, `${key}: `));
  if (keys === 'reference-to-generation') {
    const isSuccession = cursor.path.at(-1) === 'succession';
    return [
      ...(isSuccession
        ? [
            propose(
              'field',
              'first',
              'the oldest generation',
              'The generation all others follow.',
              0,
              'first: ',
            ),
          ]
        : []),
      ...names.inside(['generations']).map((key) => propose('name', key, 'generation', '', 1, `${key}: `)),
    ];
  }
  if (keys === 'measure' && cursor.path[0] === 'actuals') {
    return names
      .measures()
      .map(({ id, unit, meaning }) => propose('measure', id, unit, meaning, 1, `${id}: `));
  }
  return inherited;
}
