import type { QuantityShape } from '../fields/shape.ts';
import type { Node } from '../text/node.ts';
import type { Value } from '../value.ts';
import type { Decoding, Here } from './decoding.ts';
import { decodeQuantity } from './quantity.ts';

const chanceShape: QuantityShape = {
  kind: 'quantity',
  dimension: 'probability',
  range: {},
  isCertain: false,
  suffix: null,
};

/** Decodes a chance such as `30 %` or `chance(30 %)` to whether it happens: 1 in that share of draws, else 0. */
export function decodeChance(d: Decoding, node: Node, here: Here): Value | undefined {
  return decodeQuantity(d, chanceShape, node, here);
}
