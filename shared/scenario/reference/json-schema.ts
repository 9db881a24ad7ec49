import { provenanceFields } from '../fields/provenance.ts';
import { rangeWords } from '../fields/range-words.ts';
import { scenarioShape } from '../fields/scenario.ts';
import type { Alternative, Field, Fields, MapShape, Shape } from '../fields/shape.ts';
import { describeDimension } from '../quantity/dimensions.ts';

/** A value that can be written as JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/**
 * Writes the table of fields as a JSON schema (draft 7) for editors that know nothing of Offtake. It checks keys and
 * forms; units and rules between fields are beyond it. Nothing but version and title is required, because a variant
 * may inherit everything else, and any key may be null, which removes what is inherited.
 */
export function jsonSchema(): JsonObject {
  const { properties } = recordSchema(scenarioShape.fields, false);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://offtake.invalid/scenario.schema.json',
    title: 'Offtake scenario',
    type: 'object',
    required: ['offtake', 'title'],
    additionalProperties: false,
    properties,
    definitions: {
      longValue: {
        type: 'object',
        required: ['value'],
        additionalProperties: false,
        properties: { value: {}, ...provenanceReferences },
      },
      ...propertiesOf(provenanceFields),
    },
  };
}

/** Provenance may stand almost anywhere, so its schema is written once and referred to. */
const provenanceReferences: JsonObject = Object.fromEntries(
  Object.keys(provenanceFields).map((key) => [key, { $ref: `#/definitions/${key}` }]),
);

function recordSchema(fields: Fields, isSourced: boolean): { properties: JsonObject; [key: string]: Json } {
  const own = propertiesOf(fields);
  const properties = isSourced ? { ...provenanceReferences, ...own } : own;
  return { type: 'object', additionalProperties: false, properties };
}

function propertiesOf(fields: Fields): JsonObject {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, fieldSchema(field)]));
}

function fieldSchema(field: Field): JsonObject {
  return {
    description: descriptionOf(field),
    ...(field.example === '' ? {} : { examples: [field.example] }),
    ...orNull(shapeSchema(field.shape)),
  };
}

function descriptionOf({ meaning, shape, fallback, otherwise }: Field): string {
  const isQuantity = shape.kind === 'quantity' || shape.kind === 'path';
  const facts = [
    isQuantity ? describeDimension(shape.dimension).words : null,
    isQuantity ? rangeWords(shape.dimension, shape.range) : null,
    fallback !== null && fallback !== '' ? `default ${fallback}` : otherwise && `default: ${otherwise}`,
  ].filter((fact) => fact !== null && fact !== '');
  return facts.length === 0 ? meaning : `${meaning} (${facts.join('; ')})`;
}

function orNull(schema: JsonObject): JsonObject {
  return { anyOf: [schema, { type: 'null' }] };
}

const word: JsonObject = { type: ['string', 'number'] };
const longValue: JsonObject = { $ref: '#/definitions/longValue' };

function shapeSchema(shape: Shape): JsonObject {
  switch (shape.kind) {
    case 'quantity':
    case 'chance':
      return { anyOf: [word, longValue] };
    case 'path':
      return {
        anyOf: [word, longValue, { type: 'object', additionalProperties: { anyOf: [word, longValue] } }],
      };
    case 'choice':
      return { type: 'string', enum: spellings(Object.keys(shape.words)) };
    case 'flag':
      return { type: 'boolean' };
    case 'whole':
      return { type: 'integer', minimum: shape.min, maximum: shape.max };
    case 'text':
    case 'month':
    case 'reference':
    case 'formula':
    case 'literal':
      return word;
    case 'period':
      return {
        anyOf: [word, { type: 'object', additionalProperties: false, properties: { from: word, to: word } }],
      };
    case 'record':
      return recordSchema(shape.fields, shape.isSourced);
    case 'map':
      return mapSchema(shape);
    case 'dated':
      return { type: 'object', additionalProperties: orNull(shapeSchema(shape.each)) };
    case 'list':
      return { type: 'array', items: shapeSchema(shape.each) };
    case 'tuple':
      return {
        type: 'array',
        items: shape.places.map(shapeSchema),
        minItems: shape.places.length,
        maxItems: shape.places.length,
      };
    case 'variant':
      return { anyOf: Object.entries(shape.alternatives).map(([key, way]) => alternativeSchema(key, way)) };
  }
}

/** Words with dashes may be written with blanks. */
function spellings(words: readonly string[]): readonly string[] {
  return [...new Set(words.flatMap((each) => [each, each.replaceAll('-', ' ')]))];
}

function mapSchema({ each, mayBeList, mayBeFile, most }: MapShape): JsonObject {
  const map: JsonObject = {
    type: 'object',
    additionalProperties: orNull(shapeSchema(each)),
    ...(most === null ? {} : { maxProperties: most }),
  };
  const list = mayBeList ? [{ type: 'array', items: map }] : [];
  const file = mayBeFile ? [{ type: 'string', pattern: '\\.csv$' }] : [];
  return mayBeList || mayBeFile ? { anyOf: [map, ...list, ...file] } : map;
}

function alternativeSchema(key: string, way: Alternative): JsonObject {
  switch (way.form) {
    case 'word':
      return { enum: spellings([key]), description: way.meaning };
    case 'plain':
      return { description: way.meaning, ...shapeSchema(way.shape) };
    case 'map':
      return { description: way.meaning, ...shapeSchema(way.shape) };
    case 'keyed':
      return {
        description: way.meaning,
        type: 'object',
        additionalProperties: false,
        properties: { [key]: shapeSchema(way.shape) },
      };
  }
}
