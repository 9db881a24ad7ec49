import { expectedQuantity, rangeWords } from '../fields/range-words.ts';
import type { QuantityShape } from '../fields/shape.ts';
import { nearest } from '../nearest.ts';
import { boundDistribution } from '../quantity/bound-distribution.ts';
import type { Dimension } from '../quantity/quantity.ts';
import type { Node, ScalarNode } from '../text/node.ts';
import type { Range, Value } from '../value.ts';
import type { Assumption, Decoding, Here } from './decoding.ts';
import { unknownWord } from './faults.ts';

/** Dimensions that are one and the same number, so that one assumption can serve several. */
const pureNumbers: ReadonlySet<Dimension> = new Set<Dimension>([
  'share',
  'probability',
  'number',
  'multiple',
]);

/** Decodes `=KEY`: the first use decides the dimension of the assumption, later ones must agree. */
export function decodeUse(
  d: Decoding,
  key: string,
  shape: QuantityShape,
  node: ScalarNode,
  here: Here,
  decode: (target: Node, at: Here) => Value | undefined,
): Value | undefined {
  const assumption = d.assumption(key);
  if (assumption === null) {
    const meant = nearest(key, d.assumptionKeys);
    const misspelled = meant === null ? null : d.assumption(meant);
    if (misspelled) misspelled.isForReaders = true;
    const finding = unknownWord(
      'unknown-assumption',
      'an assumption',
      key,
      d.assumptionKeys,
      meant,
      here.path,
      node.place,
    );
    d.report({
      ...finding,
      fix: meant === null ? undefined : { title: `Change to "=${meant}"`, replacement: `=${meant}` },
    });
    return undefined;
  }
  if (here.path.startsWith('assumptions.')) {
    d.report({
      code: 'assumption-of-assumption',
      path: here.path,
      place: node.place,
      message: `${here.path} refers to another assumption. Write the quantity itself.`,
      met: node.text,
      expected: 'a quantity with its unit',
    });
    return undefined;
  }
  const before = assumption.value;
  const gave = take(d, assumption, shape, node, here, decode);
  d.used({ kind: 'use', key, shape, node, here, before, after: assumption.value, gave });
  return gave;
}

function take(
  d: Decoding,
  assumption: Assumption,
  shape: QuantityShape,
  node: ScalarNode,
  here: Here,
  decode: (target: Node, at: Here) => Value | undefined,
): Value | undefined {
  const target = resolve(assumption, decode);
  if (target === null) return undefined;
  if (!isSame(target.dimension, shape.dimension)) {
    d.report({
      code: 'wrong-unit',
      path: here.path,
      place: node.place,
      message: `${here.path} refers to the assumption "${assumption.key}", which is ${target.text}, but ${expectedQuantity(shape.dimension)} is expected.`,
      met: target.text,
      expected: expectedQuantity(shape.dimension),
    });
    return undefined;
  }
  return narrowed(d, assumption, target, shape, node, here);
}

function resolve(
  assumption: Assumption,
  decode: (target: Node, at: Here) => Value | undefined,
): Value | null {
  if (assumption.value === null && !assumption.isBroken) {
    assumption.value = decode(assumption.node, assumption.here) ?? null;
    assumption.isBroken = assumption.value === null;
  }
  return assumption.value;
}

function narrowed(
  d: Decoding,
  assumption: Assumption,
  target: Value,
  shape: QuantityShape,
  node: ScalarNode,
  here: Here,
): Value | undefined {
  const bounded = boundDistribution(target.distribution, shape.range);
  if (!bounded.ok) {
    const expected = rangeWords(shape.dimension, shape.range) ?? 'another value';
    d.report({
      code: 'out-of-range',
      path: here.path,
      place: node.place,
      message: `${here.path} refers to the assumption "${assumption.key}", which is ${target.text}, but it must be ${expected}.`,
      met: target.text,
      expected,
    });
    return undefined;
  }
  const distribution = bounded.value;
  const range = common(target.range, shape.range);
  assumption.value = { ...target, distribution, range };
  return {
    ...target,
    distribution,
    range,
    path: here.path,
    place: node.place,
    text: node.text,
    origin: here.isDefault ? 'default' : 'written',
    reference: assumption.key,
  };
}

/** What two ranges both allow; an assumption may be what all its users allow. */
function common(a: Range | null, b: Range): Range | null {
  const min = Math.max(a?.min ?? Number.NEGATIVE_INFINITY, b.min ?? Number.NEGATIVE_INFINITY);
  const max = Math.min(a?.max ?? Number.POSITIVE_INFINITY, b.max ?? Number.POSITIVE_INFINITY);
  const range = { ...(Number.isFinite(min) ? { min } : {}), ...(Number.isFinite(max) ? { max } : {}) };
  return Object.keys(range).length === 0 ? null : range;
}

function isSame(a: Dimension, b: Dimension): boolean {
  return a === b || (pureNumbers.has(a) && pureNumbers.has(b));
}
