import { isAlike } from '#shared/base/is-alike.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { dimensions } from '../quantity/dimensions.ts';
import type { Dimension } from '../quantity/quantity.ts';
import type { Node } from '../text/node.ts';
import type { Value } from '../value.ts';
import { assumedShape } from './assumed-shape.ts';
import type { Assumption, Decoding } from './decoding.ts';
import { decodeQuantity } from './quantity.ts';

/** Gathers the assumptions that are used; remarks on those that are not, and tells whether they could be read at all. */
export function settleAssumptions(
  d: Decoding,
  assumptions: ReadonlyMap<string, Assumption>,
  /** The file whose own assumptions are meant to be used; null where they are meant for others. */
  file: string | null,
): ReadonlyMap<string, Value> {
  const settled = new Map<string, Value>();
  for (const assumption of assumptions.values()) {
    if (assumption.value !== null) settled.set(assumption.key, assumption.value);
    else if (!assumption.isBroken) {
      // Those of other files may be meant for other scenarios, and those with `used-in` for the reader.
      const isForUse = assumption.here.keyPlace.file === file && !assumption.isForReaders;
      reportUnused(d, assumption, isForUse);
    }
  }
  return settled;
}

/** The dimension of a quantity that nothing refers to: the first one it can be read in; kept as long as its node is. */
const dimensionsBefore = new WeakMap<
  Node,
  { readonly start: YearMonth; readonly dimension: Dimension | null }
>();

function dimensionOf(
  { start }: Decoding,
  node: Node,
  read: (dimension: Dimension) => Value | undefined,
): Dimension | null {
  const known = dimensionsBefore.get(node);
  if (known !== undefined && isAlike(known.start, start)) return known.dimension;
  const dimension = dimensions.find((guess) => read(guess) !== undefined) ?? null;
  dimensionsBefore.set(node, { start, dimension });
  return dimension;
}

function reportUnused(d: Decoding, assumption: Assumption, isForUse: boolean): void {
  const silent: Decoding = { ...d, report: () => undefined, note: () => undefined };
  const read = (dimension: Dimension): Value | undefined =>
    decodeQuantity(silent, assumedShape(dimension, null), assumption.node, assumption.here);
  const dimension = dimensionOf(d, assumption.node, read);
  const value = dimension === null ? undefined : read(dimension);
  const { path, keyPlace } = assumption.here;
  if (value === undefined) {
    d.report({
      code: 'not-a-quantity',
      path,
      place: assumption.node.place,
      message: `${path} is not a quantity in any unit known here. Write, for example, 0 to 9 months.`,
      met: assumption.node.kind === 'scalar' ? assumption.node.text : assumption.node.kind,
      expected: 'a quantity with its unit',
    });
    return;
  }
  d.note(value);
  if (!isForUse) return;
  d.report({
    code: 'unused-assumption',
    severity: 'info',
    path,
    place: keyPlace,
    message: `Nothing refers to the assumption "${assumption.key}". Use it as =${assumption.key}, or remove it.`,
    met: assumption.key,
    expected: `=${assumption.key} somewhere`,
  });
}
