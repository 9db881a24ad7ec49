import { rangeWords } from '../fields/range-words.ts';
import type { Field, ReferenceShape, Shape } from '../fields/shape.ts';
import { describeDimension } from '../quantity/dimensions.ts';
import type { Dimension } from '../quantity/quantity.ts';
import type { Proposal } from './completion.ts';
import { propose } from './completion.ts';
import type { Cursor } from './cursor.ts';
import type { Names } from './names.ts';
import type { ShapeAt } from './shape-at.ts';

/** Proposes values: words, names, measures, units after a number, examples, assumptions. */
export function proposeValues(
  text: string,
  cursor: Cursor,
  { shape, field }: ShapeAt,
  names: Names,
): readonly Proposal[] {
  const before = text.slice(text.lastIndexOf('\n', cursor.from - 1) + 1, cursor.from);
  const found = valuesFor(shape, field, before, cursor, names);
  return isBegun(before) ? found.filter(({ kind }) => kind !== 'example' && !isWhole(shape, kind)) : found;
}

/** Says whether something of the value stands before the word at the cursor: `5` in `seed: 5 |`, not `value:` in `{ value: |`. */
function isBegun(before: string): boolean {
  return /[^\s:,[{-]\s+$/.test(before.replace(/^(\s*- )+/, ''));
}

/** A word that is the whole of a value cannot follow what stands there. */
function isWhole(shape: Shape, kind: Proposal['kind']): boolean {
  return shape.kind !== 'formula' && (kind === 'word' || kind === 'name' || kind === 'field');
}

function valuesFor(
  shape: Shape,
  field: Field | null,
  before: string,
  cursor: Cursor,
  names: Names,
): readonly Proposal[] {
  switch (shape.kind) {
    case 'choice':
      return Object.entries(shape.words).map(([word, meaning]) =>
        propose('word', word, field?.fallback === word ? 'default' : '', meaning),
      );
    case 'flag':
      return ['true', 'false'].map((word) =>
        propose('word', word, field?.fallback === word ? 'default' : '', ''),
      );
    case 'quantity':
    case 'path':
      return quantityProposals(shape.dimension, field, before, cursor, names);
    case 'chance':
      return quantityProposals('probability', field, before, cursor, names);
    case 'reference':
      return referenceProposals(shape, names);
    case 'formula':
      return formulaProposals(names);
    case 'literal':
      return assumptionProposals(names);
    case 'month':
    case 'period':
    case 'text':
    case 'whole':
      return exampleProposals(field);
    case 'variant':
      return Object.entries(shape.alternatives).flatMap(([key, way]) => {
        if (way.form === 'word')
          return [propose('word', key, field?.fallback === key ? 'default' : '', way.meaning)];
        if (way.form === 'plain') return valuesFor(way.shape, null, before, cursor, names);
        return way.form === 'keyed'
          ? [propose('field', `{ ${key}: … }`, '', way.meaning, 3, `{ ${key}: `)]
          : [];
      });
    case 'list':
      return valuesFor(shape.each, field, before, cursor, names);
    default:
      return [];
  }
}

function quantityProposals(
  dimension: Dimension,
  field: Field | null,
  before: string,
  cursor: Cursor,
  names: Names,
): readonly Proposal[] {
  const { units, words, example } = describeDimension(dimension);
  const number = /^\$?\d[\d._]*/.exec(cursor.typed)?.[0];
  if (number !== undefined) {
    return units.map((unit, i) => propose('unit', withUnit(number, unit), words, '', i));
  }
  if (/\d\s+$/.test(before)) return units.map((unit, i) => propose('unit', unit, words, '', i));
  const range = rangeOf(field);
  return [
    ...(field?.fallback ? [propose('example', field.fallback, 'default', field.meaning, 0)] : []),
    ...(field?.example && !field.example.startsWith('{') && field.example !== field.fallback
      ? [propose('example', field.example, range ?? words, field.meaning, 1)]
      : []),
    ...(field === null ? [propose('example', example, words, '', 1)] : []),
    ...assumptionProposals(names),
  ];
}

function rangeOf(field: Field | null): string | null {
  const shape = field?.shape;
  return shape?.kind === 'quantity' ? rangeWords(shape.dimension, shape.range) : null;
}

/** `5` and `GW` make `5 GW`; `5` and `/chip-hour` make `$5/chip-hour`; a letter of money stands close. */
function withUnit(number: string, unit: string): string {
  const digits = number.replace('$', '');
  if (unit === '$') return `$${digits}`;
  if (/^[kMBT]$/.test(unit) || unit.startsWith('/')) return `$${digits}${unit}`;
  return unit === 'x' ? `${digits}x` : `${digits} ${unit}`;
}

function assumptionProposals(names: Names): readonly Proposal[] {
  return names
    .inside(['assumptions'])
    .map((key) =>
      propose(
        'name',
        `=${key}`,
        'assumption',
        'What is stated under assumptions; all uses move together.',
        2,
      ),
    );
}

function referenceProposals({ to }: ReferenceShape, names: Names): readonly Proposal[] {
  switch (to) {
    case 'source':
      return names.inside(['sources']).map((key) => propose('name', key, 'source', ''));
    case 'generation':
      return names.inside(['generations']).map((key) => propose('name', key, 'generation', ''));
    case 'party':
      return names.inside(['deals']).map((key) => propose('name', key, 'the provider of this deal', ''));
    case 'measure':
      return names.measures().map(({ id, unit, meaning }) => propose('measure', id, unit, meaning));
    case 'input':
      return names.paths().map((path) => propose('name', path, 'input', ''));
  }
}

const formulaWords: Readonly<Record<string, string>> = {
  'at end': 'Reads the measure at the end of the projection.',
  'before 12 months': 'Reads the measure twelve months earlier.',
  and: 'Both must hold.',
  or: 'One must hold.',
  not: 'Must not hold.',
  'min(': 'The smaller of several values.',
  'max(': 'The larger of several values.',
  'abs(': 'Without its sign.',
  'exp(': 'e to the power of a plain number.',
  'log(': 'Natural logarithm of a plain number.',
  'sqrt(': 'Square root.',
};

function formulaProposals(names: Names): readonly Proposal[] {
  return [
    ...names
      .measures()
      .map(({ id, unit, meaning }) =>
        propose('measure', id.includes(' ') ? `"${id}"` : id, unit, meaning, 0),
      ),
    ...Object.entries(formulaWords).map(([word, meaning]) => propose('word', word, '', meaning, 1)),
  ];
}

function exampleProposals(field: Field | null): readonly Proposal[] {
  if (field === null) return [];
  return [field.fallback, field.example]
    .filter((text): text is string => text !== null && text !== '')
    .map((text, i) =>
      propose('example', text, i === 0 && field.fallback ? 'default' : 'example', field.meaning, i),
    );
}
