import { unreachable } from '#shared/base/assert.ts';
import type { Period } from '../fields/decoded.ts';
import type { ListShape, MapShape, RecordShape, Shape, TupleShape, VariantShape } from '../fields/shape.ts';
import type { Chosen, Dated, DatedValues, Keyed, Named, Value, Written } from '../value.ts';
import { compareQuantities, isSameQuantity } from './compare-quantities.ts';
import { sameWritten } from './same-written.ts';
import type { At, Walk } from './walk.ts';
import { noteBlock, stepDown } from './walk.ts';

/** Words for the reader only: no number depends on them. */
const onlyWords = new Set(['title', 'maker', 'instrument', 'label', 'unit', 'before']);

/**
 * Notes every difference between two decoded parts of one shape, as deep as both have it. Null stands for a part that is
 * not there. What the table guarantees about the decoded form is relied on here, as in decoding.
 */
export function compareShapes(walk: Walk, shape: Shape, base: unknown, other: unknown, at: At): void {
  if (base === null && other === null) return;
  switch (shape.kind) {
    case 'quantity':
    case 'chance':
      compareQuantities(walk, base as Value | null, other as Value | null, at);
      return;
    case 'map':
      compareMaps(walk, shape, (base ?? []) as Items, (other ?? []) as Items, at);
      return;
    default:
  }
  if (base === null || other === null) {
    noteBlock(walk, at, { base: base !== null, other: other !== null });
    return;
  }
  const both = { base: true, other: true };
  switch (shape.kind) {
    case 'path':
      compareTables(walk, tableOf(base as DatedValues), tableOf(other as DatedValues), at, (a, b, point) =>
        compareQuantities(walk, a, b, point),
      );
      return;
    case 'dated':
      compareTables(walk, base as Rows, other as Rows, at, (a, b, point) =>
        compareShapes(walk, shape.each, a, b, point),
      );
      return;
    case 'record':
      compareRecords(walk, shape, base as Fields, other as Fields, at);
      return;
    case 'list':
    case 'tuple':
      compareLists(walk, shape, base as readonly unknown[], other as readonly unknown[], at);
      return;
    case 'variant':
      compareVariants(walk, shape, base as Choice, other as Choice, at);
      return;
    case 'period': {
      const [a, b] = [base as Period, other as Period];
      if (!isSameQuantity(a.from, b.from) || !isSameQuantity(a.to, b.to)) noteBlock(walk, at, both);
      return;
    }
    case 'reference':
      if ((base as Named).name !== (other as Named).name) noteBlock(walk, at, both);
      return;
    case 'formula':
    case 'literal':
      if (!sameWritten((base as Written).text, (other as Written).text)) noteBlock(walk, at, both);
      return;
    case 'text':
    case 'choice':
    case 'flag':
    case 'whole':
    case 'month':
      if (JSON.stringify(base) !== JSON.stringify(other)) noteBlock(walk, at, both);
      return;
    default:
      unreachable(shape);
  }
}

type Fields = Readonly<Record<string, unknown>>;
type Items = readonly Keyed<unknown>[];
type Rows = readonly Dated<unknown>[];
type Choice = Chosen<string, unknown>;

function compareRecords(walk: Walk, shape: RecordShape, base: Fields, other: Fields, at: At): void {
  for (const [key, field] of Object.entries(shape.fields)) {
    if (onlyWords.has(key)) continue;
    compareShapes(walk, field.shape, base[key] ?? null, other[key] ?? null, stepDown(at, key));
  }
}

/** Items are matched by key; where their order counts, another order is another map. */
function compareMaps(walk: Walk, shape: MapShape, base: Items, other: Items, at: At): void {
  if (shape.keys === 'reference-to-generation' && !isSameList(shape, base, other)) {
    noteBlock(walk, at, { base: true, other: true });
    return;
  }
  const others = new Map(other.map((item) => [item.key, item]));
  for (const item of base) {
    const match = others.get(item.key);
    others.delete(item.key);
    compareItems(walk, shape, item.value, match?.value ?? null, stepDown(at, item.key));
  }
  for (const item of others.values()) compareItems(walk, shape, null, item.value, stepDown(at, item.key));
}

function compareItems(walk: Walk, shape: MapShape, base: unknown, other: unknown, at: At): void {
  if (base === null || other === null) {
    noteBlock(walk, at, { base: base !== null, other: other !== null });
  } else compareShapes(walk, shape.each, base, other, at);
}

/** In a succession of generations each follows the one before it; in a table of shares order means nothing. */
function isSameList({ each }: MapShape, base: Items, other: Items): boolean {
  const keysOf = (items: Items): readonly string[] => {
    const keys = items.map(({ key }) => key);
    return each.kind === 'variant' ? keys : keys.sort();
  };
  return keysOf(base).join('\n') === keysOf(other).join('\n');
}

function compareVariants(walk: Walk, shape: VariantShape, base: Choice, other: Choice, at: At): void {
  const alternative = shape.alternatives[base.kind];
  if (base.kind !== other.kind || alternative === undefined) {
    noteBlock(walk, at, { base: true, other: true });
  } else if (alternative.form !== 'word') {
    const inside = alternative.form === 'keyed' ? stepDown(at, base.kind) : at;
    compareShapes(walk, alternative.shape, base.value, other.value, inside);
  }
}

/** Lists of one length are compared place by place. */
function compareLists(
  walk: Walk,
  shape: ListShape | TupleShape,
  base: readonly unknown[],
  other: readonly unknown[],
  at: At,
): void {
  if (base.length !== other.length) {
    noteBlock(walk, at, { base: true, other: true });
    return;
  }
  base.forEach((item, i) => {
    const each = shape.kind === 'list' ? shape.each : shape.places[i];
    if (each) compareShapes(walk, each, item, other[i], stepDown(at, String(i + 1), `[${i + 1}]`));
  });
}

/** A table as dated rows; a quantity that does not change has one row without a date. */
function tableOf({ points }: DatedValues): readonly Dated<Value>[] {
  return points.map(({ at, value }) => ({ at, spot: { ...value, keyPlace: value.place }, value }));
}

/** Tables of the same dates are compared row by row; other dates are another table. */
function compareTables<T>(
  walk: Walk,
  base: readonly Dated<T>[],
  other: readonly Dated<T>[],
  at: At,
  compareRow: (base: T, other: T, at: At) => void,
): void {
  const isSame =
    base.length === other.length &&
    base.every((row, i) => isSameQuantity(row.at, other[i]?.at ?? row.at)) &&
    base.every((row, i) => (row.at.text === '') === (other[i]?.at.text === ''));
  if (!isSame) {
    noteBlock(walk, at, { base: true, other: true });
    return;
  }
  base.forEach((row, i) => {
    const match = other[i];
    if (match === undefined) return;
    const { text } = match.at;
    compareRow(row.value, match.value, text === '' ? at : stepDown(at, text, row.at.text, text));
  });
}
