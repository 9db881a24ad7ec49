import { unreachable } from '#shared/base/assert.ts';
import type { Shape } from '../fields/shape.ts';
import type { Node } from '../text/node.ts';
import { decodeChance } from './chance.ts';
import { decodeDated, decodeList, decodeTuple } from './collections.ts';
import type { Decoding, Here } from './decoding.ts';
import { decodeMap } from './map.ts';
import { decodePath } from './path.ts';
import { decodePeriod } from './period.ts';
import { decodeQuantity } from './quantity.ts';
import { decodeRecord } from './record.ts';
import {
  decodeChoice,
  decodeFlag,
  decodeMonth,
  decodeReference,
  decodeText,
  decodeWhole,
  decodeWritten,
} from './scalar.ts';
import { decodeVariant } from './variant.ts';

/** Decodes a node against a shape of the table; undefined where it could not, after the reason has been reported. */
export function decodeShape(d: Decoding, shape: Shape, node: Node, here: Here): unknown {
  switch (shape.kind) {
    case 'quantity':
      return decodeQuantity(d, shape, node, here);
    case 'chance':
      return decodeChance(d, node, here);
    case 'path':
      return decodePath(d, shape, node, here);
    case 'text':
      return decodeText(d, shape, node, here);
    case 'choice':
      return decodeChoice(d, shape, node, here);
    case 'flag':
      return decodeFlag(d, node, here);
    case 'whole':
      return decodeWhole(d, shape, node, here);
    case 'month':
      return decodeMonth(d, node, here);
    case 'reference':
      return decodeReference(d, shape, node, here);
    case 'formula':
      return decodeWritten(d, 'a formula such as aws.capacity.online >= 1 GW', node, here);
    case 'literal':
      return decodeWritten(d, 'a value with its unit', node, here);
    case 'period':
      return decodePeriod(d, node, here);
    case 'record':
      return decodeRecord(d, shape, node, here);
    case 'map':
      return decodeMap(d, shape, node, here);
    case 'dated':
      return decodeDated(d, node, here, (item, at) => d.decode(shape.each, item, at));
    case 'list':
      return decodeList(d, shape, node, here);
    case 'tuple':
      return decodeTuple(d, shape, node, here);
    case 'variant':
      return decodeVariant(d, shape, node, here);
    default:
      return unreachable(shape);
  }
}
