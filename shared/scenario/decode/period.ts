import type { Period } from '../fields/decoded.ts';
import { date, needed, record } from '../fields/field.ts';
import { partOf } from '../part-of.ts';
import type { Node } from '../text/node.ts';
import type { Value } from '../value.ts';
import type { Decoding, Here } from './decoding.ts';
import { below, decodeAs } from './decoding.ts';
import { wrongForm } from './faults.ts';

/** Fields of a period written as a map. */
export const periodShape = record({
  from: needed(date, 'First month.', '2029-01'),
  to: needed(date, 'Last month.', '2029-12'),
});

const expected = 'two dates such as 2029-01 to 2029-12';

/** Decodes two dates, written `2029-01 to 2029-12` or as a map with `from` and `to`. */
export function decodePeriod(d: Decoding, node: Node, here: Here): Period | undefined {
  if (node.kind === 'map') return inOrder(d, decodeAs(d, periodShape, node, here), here);
  if (node.kind === 'list' || node.isNull) {
    d.report(wrongForm(node, here, expected));
    return undefined;
  }
  const [first, second, ...rest] = node.text.split(/\s+to\s+/);
  if (first === undefined || second === undefined || rest.length > 0) {
    d.report(wrongForm(node, here, expected));
    return undefined;
  }
  const part = (key: string, text: string, offset: number): Value | undefined => {
    const place = partOf(node.place, node.text, offset, offset + text.length) ?? node.place;
    return decodeAs(d, date, { kind: 'scalar', place, text, isNull: false }, below(here, key, here.keyPlace));
  };
  const from = part('from', first, 0);
  const to = part('to', second, node.text.length - second.length);
  return inOrder(d, from && to && { from, to }, here);
}

function inOrder(d: Decoding, period: Period | undefined, here: Here): Period | undefined {
  if (!period) return undefined;
  const { from, to } = period;
  if (from.distribution.kind !== 'constant' || to.distribution.kind !== 'constant') return period;
  if (!(from.distribution.value > to.distribution.value)) return period;
  d.report({
    code: 'dates-out-of-order',
    path: here.path,
    place: to.place,
    message: `${here.path} ends (${to.text}) before it begins (${from.text}). Exchange the dates.`,
    met: `${from.text} to ${to.text}`,
    expected: 'the earlier date first',
  });
  return period;
}
