import { expectedQuantity } from '../fields/range-words.ts';
import type { PathShape, QuantityShape } from '../fields/shape.ts';
import type { Node } from '../text/node.ts';
import type { DatedValues } from '../value.ts';
import { decodeDated } from './collections.ts';
import type { Decoding, Here } from './decoding.ts';
import { spotOf } from './decoding.ts';
import { wrongForm } from './faults.ts';
import { fixedDate } from './fixed-date.ts';
import { decodeQuantity } from './quantity.ts';

/** Decodes a quantity that may change at dates: one quantity, or a map from dates to quantities. */
export function decodePath(d: Decoding, shape: PathShape, node: Node, here: Here): DatedValues | undefined {
  const each: QuantityShape = { ...shape, kind: 'quantity', isCertain: false, suffix: null };
  const spot = spotOf(node, here);
  if (node.kind === 'map' && !node.entries.some((entry) => entry.key === 'value')) {
    const items = decodeDated(d, node, here, (item, at) => decodeQuantity(d, each, item, at));
    return items && { spot, points: items.map(({ at, value }) => ({ at, value })) };
  }
  if (node.kind === 'list') {
    d.report(
      wrongForm(node, here, `${expectedQuantity(shape.dimension)}, or a map of dates such as { 2026-04: … }`),
    );
    return undefined;
  }
  const value = decodeQuantity(d, each, node, here);
  return value && { spot, points: [{ at: fixedDate(0, here, node.place), value }] };
}
