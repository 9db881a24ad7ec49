import { quantile } from '#shared/engine/distribution/quantile.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import type { QuantityShape } from '../fields/shape.ts';
import type { Node } from '../text/node.ts';
import type { Value } from '../value.ts';
import type { Decoding, Here } from './decoding.ts';
import { decodeQuantity } from './quantity.ts';

const chanceShape: QuantityShape = {
  kind: 'quantity',
  dimension: 'probability',
  range: { min: 0, max: 1 },
  isCertain: false,
  suffix: null,
};

/** Decodes a chance such as `30 %` or `chance(30 %)` to whether it happens: 1 in that share of draws, else 0. */
export function decodeChance(d: Decoding, node: Node, here: Here): Value | undefined {
  const value = decodeQuantity({ ...d, note: () => undefined }, chanceShape, node, here);
  if (!value) return undefined;
  const distribution = whetherItHappens(value.distribution);
  // An assumption that is a plain chance is drawn anew at each use; one that is an event is the same event everywhere.
  const reference = distribution === value.distribution ? value.reference : null;
  const happens = { ...value, distribution, reference };
  d.note(happens);
  return happens;
}

/** Turns a chance into a draw of 0 or 1; a chance that is itself uncertain counts with its mean. */
function whetherItHappens(chance: Distribution): Distribution {
  const isEvent = chance.kind === 'discrete' && chance.values.every((value) => value === 0 || value === 1);
  if (isEvent) return chance;
  const share = chance.kind === 'constant' ? chance.value : mean(chance);
  if (!(share > 0)) return Number.isNaN(share) ? chance : { kind: 'constant', value: 0 };
  if (share >= 1) return { kind: 'constant', value: 1 };
  return { kind: 'discrete', values: [0, 1], weights: [1 - share, share] };
}

function mean(distribution: Distribution): number {
  const parts = 400;
  let sum = 0;
  for (let i = 0; i < parts; i++) sum += quantile(distribution, (i + 0.5) / parts);
  return sum / parts;
}
