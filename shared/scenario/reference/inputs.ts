import { rangeWords } from '../fields/range-words.ts';
import type { Alternative, Field, Fields, Shape } from '../fields/shape.ts';
import { describeDimension } from '../quantity/dimensions.ts';
import type { Dimension } from '../quantity/quantity.ts';

/** One field of the format, as the reference lists it. */
export interface InputEntry {
  /** Dotted path; capital words stand for the user's own keys: `deals.DEAL.capacity.slip`. */
  readonly path: string;
  readonly meaning: string;
  /** What may stand there, in words. */
  readonly what: string;
  readonly dimension: Dimension | null;
  /** Units that can be written, the most usual first. */
  readonly units: readonly string[];
  readonly range: string | null;
  readonly isNeeded: boolean;
  /** What holds where nothing is written, as it would be written; or in words; null where nothing holds. */
  readonly default: string | null;
  readonly example: string;
  /** Words that may stand there, with their meaning. */
  readonly words: Readonly<Record<string, string>>;
}

/** Lists the fields of a record and of everything inside it, depth first. */
export function inputsOf(fields: Fields, path: string): readonly InputEntry[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return [entryOf(field, at), ...insideOf(field.shape, at)];
  });
}

function entryOf(field: Field, path: string): InputEntry {
  const { shape, fallback } = field;
  return {
    path,
    meaning: field.meaning,
    what: whatOf(shape),
    ...quantityOf(shape),
    isNeeded: field.presence === 'needed',
    default: fallback !== null && fallback !== '' ? fallback : field.otherwise,
    example: field.example,
    words: wordsOf(shape),
  };
}

function insideOf(shape: Shape, path: string): readonly InputEntry[] {
  switch (shape.kind) {
    case 'record':
      return inputsOf(shape.fields, path);
    case 'map':
      return insideOf(shape.each, `${path}.${shape.keyName.toUpperCase()}`);
    case 'dated':
      return insideOf(shape.each, `${path}.DATE`);
    case 'list':
      return insideOf(shape.each, path);
    case 'variant':
      return onceEach(
        Object.entries(shape.alternatives).flatMap(([key, way]) => alternativeOf(key, way, path)),
      );
    default:
      return [];
  }
}

/** Forms of one field share fields (every instrument has an amount); each is listed where it first stands. */
function onceEach(entries: readonly InputEntry[]): readonly InputEntry[] {
  const known = new Set<string>();
  return entries.filter(({ path }) => !known.has(path) && known.add(path));
}

function alternativeOf(key: string, way: Alternative, path: string): readonly InputEntry[] {
  if (way.form === 'word' || way.form === 'plain') return [];
  if (way.form === 'map') return inputsOf(way.shape.fields, path);
  const at = `${path}.${key}`;
  const row: InputEntry = {
    path: at,
    meaning: way.meaning,
    what: whatOf(way.shape),
    ...quantityOf(way.shape),
    isNeeded: false,
    default: null,
    example: '',
    words: wordsOf(way.shape),
  };
  return [row, ...insideOf(way.shape, at)];
}

function quantityOf(shape: Shape): Pick<InputEntry, 'dimension' | 'units' | 'range'> {
  if (shape.kind === 'chance') {
    const { units } = describeDimension('probability');
    return { dimension: 'probability', units, range: rangeWords('share', { min: 0, max: 1 }) };
  }
  if (shape.kind !== 'quantity' && shape.kind !== 'path') return { dimension: null, units: [], range: null };
  const { dimension, range } = shape;
  return { dimension, units: describeDimension(dimension).units, range: rangeWords(dimension, range) };
}

/** Says in words what may stand at a place of this shape. */
export function whatOf(shape: Shape): string {
  switch (shape.kind) {
    case 'quantity':
      return shape.isCertain
        ? `${describeDimension(shape.dimension).words}, certain`
        : describeDimension(shape.dimension).words;
    case 'chance':
      return 'a chance';
    case 'path':
      return `${describeDimension(shape.dimension).words}, possibly by date`;
    case 'text':
      return shape.what;
    case 'choice':
      return 'one of the words';
    case 'flag':
      return 'true or false';
    case 'whole':
      return `a whole number from ${shape.min} to ${shape.max}`;
    case 'month':
      return 'a month';
    case 'reference':
      return referenceWords[shape.to];
    case 'formula':
      return shape.gives === 'condition' ? 'a condition' : 'a formula';
    case 'literal':
      return 'a quantity in the unit it is about';
    case 'period':
      return 'two dates';
    case 'record':
      return 'a section';
    case 'map':
      return `a map from ${shape.keyName} to ${whatOf(shape.each)}`;
    case 'dated':
      return `a map from date to ${whatOf(shape.each)}`;
    case 'list':
      return `a list, each ${whatOf(shape.each)}`;
    case 'tuple':
      return `a list of ${shape.names.length}: ${shape.names.join(', ')}`;
    case 'variant':
      return Object.entries(shape.alternatives).map(wayOf).join('; or ');
  }
}

const referenceWords = {
  generation: 'the key of a generation',
  source: 'the key of a source',
  party: 'the name of a party, or the key of a deal for its provider',
  measure: 'the id of a measure',
  input: 'the path of an input',
} as const;

function wayOf([key, way]: readonly [string, Alternative]): string {
  switch (way.form) {
    case 'word':
      return `"${key}"`;
    case 'plain':
      return whatOf(way.shape);
    case 'keyed':
      return `{ ${key}: … }`;
    case 'map': {
      const telling =
        way.having[0] ??
        Object.keys(way.shape.fields).find((name) => way.shape.fields[name]?.presence === 'needed');
      return `{ ${telling ?? Object.keys(way.shape.fields)[0]}: … }`;
    }
  }
}

function wordsOf(shape: Shape): Readonly<Record<string, string>> {
  if (shape.kind === 'choice') return shape.words;
  if (shape.kind !== 'variant') return {};
  const words = Object.entries(shape.alternatives).filter(([, way]) => way.form === 'word');
  return Object.fromEntries(words.map(([key, way]) => [key, way.meaning]));
}
