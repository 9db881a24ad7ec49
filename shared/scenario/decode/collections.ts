import type { ListShape, TupleShape } from '../fields/shape.ts';
import { parseQuantity } from '../quantity/parse-quantity.ts';
import type { Entry, Node } from '../text/node.ts';
import type { Dated, Value } from '../value.ts';
import type { Decoding, Here } from './decoding.ts';
import { below, spotOf } from './decoding.ts';
import { wrongForm } from './faults.ts';
import { fixedDate } from './fixed-date.ts';

/** Decodes a map with dates as keys, in the order of the dates, with `decode` for each item. */
export function decodeDated<T>(
  d: Decoding,
  node: Node,
  here: Here,
  decode: (node: Node, here: Here) => T | undefined,
): readonly Dated<T>[] | undefined {
  if (node.kind !== 'map') {
    d.report(wrongForm(node, here, 'a map of dates, such as { 2026-04: … }'));
    return undefined;
  }
  const items: Dated<T>[] = [];
  for (const entry of node.entries) {
    const inside = below(here, entry.key, entry.keyPlace);
    const at = dateOf(d, entry, inside);
    const value = decode(entry.value, inside);
    if (at && value !== undefined) items.push({ at, spot: spotOf(entry.value, inside), value });
  }
  items.sort((a, b) => monthOfPoint(a.at) - monthOfPoint(b.at));
  reportTwins(d, items);
  return items;
}

function dateOf(d: Decoding, entry: Entry, here: Here): Value | undefined {
  const parsed = parseQuantity(entry.key, 'date', { start: d.start });
  if (parsed.ok && parsed.value.distribution.kind === 'constant') {
    return fixedDate(parsed.value.distribution.value, here, entry.keyPlace, entry.key);
  }
  d.report({
    code: 'bad-date',
    path: here.path,
    place: entry.keyPlace,
    message: `${here.path}: the key "${entry.key}" must be a date such as 2026-04, 2026-Q2 or 2026.`,
    met: entry.key,
    expected: 'a date such as 2026-04',
  });
  return undefined;
}

function monthOfPoint(at: Value): number {
  return at.distribution.kind === 'constant' ? at.distribution.value : 0;
}

function reportTwins(d: Decoding, items: readonly Dated<unknown>[]): void {
  items.forEach((item, i) => {
    const before = items[i - 1];
    if (!before || monthOfPoint(before.at) !== monthOfPoint(item.at)) return;
    d.report({
      code: 'same-date',
      path: item.spot.path,
      place: item.spot.keyPlace,
      message: `${item.spot.path}: "${before.at.text}" and "${item.at.text}" are the same date. Keep one of them.`,
      met: item.at.text,
      expected: 'each date once',
    });
  });
}

/** Decodes a list of items of one shape; a single item without brackets is not a list. */
export function decodeList(
  d: Decoding,
  shape: ListShape,
  node: Node,
  here: Here,
): readonly unknown[] | undefined {
  if (node.kind === 'map' && node.entries.length === 0) return [];
  if (node.kind !== 'list') {
    d.report(wrongForm(node, here, 'a list in brackets, such as [ …, … ]'));
    return undefined;
  }
  const items: unknown[] = [];
  node.items.forEach((item, i) => {
    const value = d.decode(shape.each, item, below(here, String(i + 1), item.place));
    if (value !== undefined) items.push(value);
  });
  return items;
}

/** Decodes a list of fixed length. */
export function decodeTuple(
  d: Decoding,
  shape: TupleShape,
  node: Node,
  here: Here,
): readonly unknown[] | undefined {
  const expected = `a list of ${shape.names.length}: ${shape.names.join(', ')}`;
  if (node.kind !== 'list' || node.items.length !== shape.places.length) {
    d.report(wrongForm(node, here, expected));
    return undefined;
  }
  const values = node.items.map((item, i) => {
    const place = shape.places[i];
    return place && d.decode(place, item, below(here, String(i + 1), item.place));
  });
  return values.some((value) => value === undefined) ? undefined : values;
}
