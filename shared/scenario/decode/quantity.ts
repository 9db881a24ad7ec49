import { expectedQuantity } from '../fields/range-words.ts';
import type { QuantityShape } from '../fields/shape.ts';
import { partOf } from '../part-of.ts';
import type { Quantity, QuantityFault } from '../quantity/quantity.ts';
import type { Node, Place, ScalarNode } from '../text/node.ts';
import type { Provenance, Value } from '../value.ts';
import { assumedShape } from './assumed-shape.ts';
import { decodeUse } from './assumption-use.ts';
import type { Decoding, Here } from './decoding.ts';
import { decodeAs } from './decoding.ts';
import { wrongForm } from './faults.ts';
import { decodeLong } from './long-value.ts';
import { fromReported, readReported } from './reported.ts';
import { asWord } from './scalar.ts';

/** Decodes a quantity: short, long with its provenance, `reported`, or a reference to an assumption. */
export function decodeQuantity(d: Decoding, shape: QuantityShape, node: Node, here: Here): Value | undefined {
  if (node.kind === 'map' && node.entries.some((entry) => entry.key === 'value')) {
    return decodeLong(d, node, here, (inner, at) => decodeQuantity(d, shape, inner, at));
  }
  if (node.kind !== 'scalar' || node.isNull) {
    d.report(wrongForm(node, here, expectedQuantity(shape.dimension)));
    return undefined;
  }
  const value = node.text.trimStart().startsWith('=')
    ? decodeReferring(d, shape, node, here)
    : decodePlain(d, shape, node, here);
  if (value === undefined || !isAllowed(d, shape, value, here)) return undefined;
  d.note(value);
  return value;
}

/** Decodes `=KEY`. */
export function decodeReferring(
  d: Decoding,
  shape: QuantityShape,
  node: ScalarNode,
  here: Here,
): Value | undefined {
  return decodeUse(d, node.text.trim().slice(1).trim(), shape, node, here, (target, at) =>
    decodeAs(d, assumedShape(shape.dimension, shape.suffix), target, at),
  );
}

function decodePlain(d: Decoding, shape: QuantityShape, node: ScalarNode, here: Here): Value | undefined {
  const reported = readReported(d, here.reported, shape.dimension, here);
  if (asWord(node.text) === 'reported') {
    const distribution = fromReported(d, reported, shape, here, node);
    if (distribution === null) return undefined;
    const quantity: Quantity = {
      dimension: shape.dimension,
      distribution,
      text: node.text,
      qualifier: null,
    };
    return makeValue(quantity, shape, node.place, here, { ...here.provenance, reported });
  }
  const parsed = d.parse(withoutSuffix(node.text, shape.suffix), shape.dimension, shape.range);
  if (!parsed.ok) {
    reportFault(d, parsed.error, node, here);
    return undefined;
  }
  return makeValue(parsed.value, shape, node.place, here, { ...here.provenance, reported });
}

function makeValue(
  quantity: Quantity,
  shape: QuantityShape,
  place: Place,
  here: Here,
  provenance: Provenance,
): Value {
  return {
    path: here.path,
    dimension: shape.dimension,
    distribution: quantity.distribution,
    text: quantity.text,
    qualifier: quantity.qualifier,
    place,
    provenance,
    isDecision: here.isDecision,
    origin: here.isDefault ? 'default' : 'written',
    reference: null,
    range: shape.range.min === undefined && shape.range.max === undefined ? null : shape.range,
  };
}

function isAllowed(d: Decoding, shape: QuantityShape, value: Value, here: Here): boolean {
  if (!shape.isCertain || (value.distribution.kind === 'constant' && value.reference === null)) return true;
  d.report({
    code: 'must-be-certain',
    path: here.path,
    place: value.place,
    message: `${here.path} is ${value.text}, but it must be one plain value: the shape of the run depends on it.`,
    met: value.text,
    expected: expectedQuantity(shape.dimension),
  });
  return false;
}

function withoutSuffix(text: string, suffix: string | null): string {
  return suffix !== null && text.endsWith(` ${suffix}`) ? text.slice(0, -suffix.length).trimEnd() : text;
}

/** Reports why a text is not the quantity expected, at the words concerned. */
export function reportFault(d: Decoding, fault: QuantityFault, node: ScalarNode, here: Here): void {
  const place = partOf(node.place, node.text, fault.from, fault.to);
  const isWhole = fault.from === 0 && fault.to >= node.text.length;
  d.report({
    code: fault.code,
    path: here.path,
    place: place ?? node.place,
    message: `${here.path}: ${fault.message}`,
    met: fault.met,
    expected: fault.expected,
    fix: fault.fix && (isWhole || place !== null) ? fault.fix : undefined,
  });
}
