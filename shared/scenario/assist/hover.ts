import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { rangeWords } from '../fields/range-words.ts';
import type { Field } from '../fields/shape.ts';
import { describeDimension } from '../quantity/dimensions.ts';
import type { Inspection } from '../read.ts';
import { inspectScenario } from '../read.ts';
import { whatOf } from '../reference/inputs.ts';
import type { ScenarioSource } from '../source.ts';
import { entryAt, valueRange } from './entry-at.ts';
import { describeValue } from './hover-value.ts';
import { isVariantFile } from './is-variant-file.ts';
import { namesOf } from './names.ts';
import type { Scanned } from './scan-text.ts';
import { scanText } from './scan-text.ts';
import { type ShapeAt, shapeAt } from './shape-at.ts';

/** Something told: a paragraph in Markdown, or a distribution to be drawn, with the words that say the same. */
export type HoverPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'picture'; readonly distribution: Distribution; readonly words: string };

/** What is told of a place of the text, and the words of it that this is about. */
export interface Hover {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly HoverPart[];
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
  const told = describeValue(path, inspection, source.id);
  const parts = [
    ...paragraphs(isItem(at) ? itemParagraphs(entry, at, inspection) : fieldParagraphs(path, at.field)),
    ...paragraphs(told?.spread ?? []),
    ...(told?.distribution ? [picture(told.distribution, told.spread.join(' '))] : []),
    ...paragraphs([...(told?.facts ?? []), ...originParagraphs(path, inspection, source.id)]),
  ];
  return { ...range, parts };
}

const paragraphs = (texts: readonly string[]): readonly HoverPart[] =>
  texts.map((text) => ({ kind: 'paragraph', text }));

const picture = (distribution: Distribution, words: string): HoverPart => ({
  kind: 'picture',
  distribution,
  words,
});

/** The items of a map share its field, whose words are about the map and not about them. */
function isItem({ shape, field }: ShapeAt): boolean {
  return field?.shape.kind === 'map' && field.shape !== shape;
}

/** What an item says of itself; else what all of its kind are. */
function itemParagraphs({ path }: Scanned, { field }: ShapeAt, { scenario }: Inspection): readonly string[] {
  const own =
    path[0] === 'assumptions' ? scenario?.assumptions.find(({ key }) => key === path[1])?.value : undefined;
  const meaning = own?.kind === 'detailed' ? own.value.meaning : null;
  return [`**${path.join('.')}**: ${meaning ?? field?.meaning ?? ''}`];
}

function fieldParagraphs(path: string, field: Field | null): readonly string[] {
  if (field === null) return [`**${path}**`];
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
  return { from, to, parts: paragraphs([`**${measure.id}**: ${measure.label}${unit}`, measure.meaning]) };
}

/** In a variant: what the base says instead. */
function originParagraphs(path: string, { changes, tree }: Inspection, file: string): readonly string[] {
  const change = changes.find((each) => each.path === path);
  if (!change) return [];
  if (change.kind === 'added') {
    return isVariantFile(tree, file) ? ['Added by this variant; the base does not have it.'] : [];
  }
  const before = change.before;
  const words = before?.kind === 'scalar' ? `\`${before.text}\`` : 'something else';
  return [`The base says ${words} (${before?.place.file ?? ''}).`];
}
