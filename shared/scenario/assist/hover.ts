import { rangeWords } from '../fields/range-words.ts';
import type { Field } from '../fields/shape.ts';
import { describeDimension } from '../quantity/dimensions.ts';
import type { Inspection } from '../read.ts';
import { inspectScenario } from '../read.ts';
import { whatOf } from '../reference/inputs.ts';
import type { ScenarioSource } from '../source.ts';
import { entryAt, valueRange } from './entry-at.ts';
import { describeValue } from './hover-value.ts';
import { namesOf } from './names.ts';
import type { Scanned } from './scan-text.ts';
import { scanText } from './scan-text.ts';
import { shapeAt } from './shape-at.ts';

/** What is told of a place of the text: paragraphs in Markdown, and the words they are about. */
export interface Hover {
  readonly from: number;
  readonly to: number;
  readonly paragraphs: readonly string[];
}

/**
 * Tells what stands at an offset: meaning, unit, range and default of the field; distribution, provenance and origin of
 * the value; meaning of a measure or a named thing. Pass an inspection of the same source where one is at hand.
 */
export function hover(
  source: ScenarioSource,
  offset: number,
  inspection: Inspection = inspectScenario(source),
): Hover | null {
  const { text } = source;
  const scanned = scanText(text);
  const entry = entryAt(scanned, offset);
  if (entry === null) return null;
  const names = namesOf(source, scanned);
  const at = shapeAt(entry.path, names.inside);
  if (at === null) return null;
  const isKey = offset <= entry.keyTo;
  const range = isKey ? { from: entry.keyFrom, to: entry.keyTo } : valueRange(text, entry);
  if (
    !isKey &&
    (at.shape.kind === 'formula' || (at.shape.kind === 'reference' && at.shape.to === 'measure'))
  ) {
    return measureHover(text, offset, names.measures(), range);
  }
  // A value written long is the value of the field it stands at.
  const path = entry.path.join('.').replace(/\.value$/, '');
  const paragraphs = [
    ...(at.field && isOwnField(entry, at.field) ? fieldParagraphs(path, at.field) : [`**${path}**`]),
    ...describeValue(path, inspection, source.id),
    ...originParagraphs(path, inspection),
  ];
  return { ...range, paragraphs };
}

/** The items of a map share its field, whose words are about the map and not about them. */
function isOwnField(entry: Scanned, field: Field): boolean {
  return field.shape.kind !== 'map' || entry.path.length === 1 || !/[.]/.test(entry.path.at(-1) ?? '');
}

function fieldParagraphs(path: string, field: Field): readonly string[] {
  const { shape } = field;
  const isQuantity = shape.kind === 'quantity' || shape.kind === 'path';
  const facts = [
    whatOf(shape),
    isQuantity ? rangeWords(shape.dimension, shape.range) : null,
    isQuantity ? unitWords(describeDimension(shape.dimension).units) : null,
    field.presence === 'needed' ? 'needed' : defaultWords(field),
  ].filter((fact) => fact !== null && fact !== '');
  return [`**${path}**: ${field.meaning}`, facts.join(' · ')];
}

function unitWords(units: readonly string[]): string | null {
  return units.length === 0 ? null : `units ${units.join(', ')}`;
}

function defaultWords({ fallback, otherwise }: Field): string | null {
  if (fallback !== null && fallback !== '') return `default ${fallback}`;
  return otherwise === null ? null : `default: ${otherwise}`;
}

function measureHover(
  text: string,
  offset: number,
  measures: readonly {
    readonly id: string;
    readonly unit: string;
    readonly label: string;
    readonly meaning: string;
  }[],
  range: { readonly from: number; readonly to: number },
): Hover | null {
  let from = offset;
  while (from > range.from && /[\w.-]/.test(text[from - 1] ?? '')) from--;
  let to = offset;
  while (to < range.to && /[\w.-]/.test(text[to] ?? '')) to++;
  const id = text.slice(from, to).replace(/^deals\./, '');
  const measure = measures.find((known) => known.id === id);
  if (!measure) return null;
  const unit = measure.unit === '' ? '' : ` (${measure.unit})`;
  return { from, to, paragraphs: [`**${measure.id}**: ${measure.label}${unit}`, measure.meaning] };
}

/** In a variant: what the base says instead. */
function originParagraphs(path: string, { changes }: Inspection): readonly string[] {
  const change = changes.find((each) => each.path === path);
  if (!change) return [];
  if (change.kind === 'added') return ['Added by this variant; the base does not have it.'];
  const before = change.before;
  const words = before?.kind === 'scalar' ? `\`${before.text}\`` : 'something else';
  return [`The base says ${words} (${before?.place.file ?? ''}).`];
}
