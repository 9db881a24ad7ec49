import type { Dimension } from '../quantity/quantity.ts';
import type { Value } from '../value.ts';
import type { Assumption, Decoding } from './decoding.ts';
import { decodeQuantity } from './quantity.ts';

/** Dimensions tried, in this order, for an assumption that nothing refers to. */
const guesses: readonly Dimension[] = [
  'money',
  'power',
  'duration',
  'date',
  'rate-per-year',
  'share',
  'multiple',
  'money-per-chip-hour',
  'money-per-year',
  'money-per-power',
  'compute',
  'chips',
  'number',
];

/** Gathers the assumptions that are used; remarks on those that are not, and tells whether they could be read at all. */
export function settleAssumptions(
  d: Decoding,
  assumptions: ReadonlyMap<string, Assumption>,
): ReadonlyMap<string, Value> {
  const settled = new Map<string, Value>();
  for (const assumption of assumptions.values()) {
    if (assumption.value !== null) settled.set(assumption.key, assumption.value);
    else if (!assumption.isBroken) reportUnused(d, assumption);
  }
  return settled;
}

function reportUnused(d: Decoding, assumption: Assumption): void {
  const silent: Decoding = { ...d, report: () => undefined, note: () => undefined };
  const value = guesses
    .map((dimension) =>
      decodeQuantity(
        silent,
        { kind: 'quantity', dimension, range: {}, isCertain: false, suffix: null },
        assumption.node,
        assumption.here,
      ),
    )
    .find((guess) => guess !== undefined);
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
