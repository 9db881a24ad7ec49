import type { Entry, MapNode } from '../text/node.ts';
import type { Step } from './step.ts';
import { eachMap, inside, mapEntries, renameKeys } from './step.ts';

/**
 * Version 0 was the format of the first drafts: the customer was the `lab`, generations were `chips`, a commitment was
 * the `spend` of a deal with its `years`, and the horizon was a bare number of months.
 */
export const v0ToV1: Step = {
  from: 0,
  summary:
    '"lab", "chips", "spend" and "months" have become "customer", "generations", "commitment" and "horizon"',
  rewrite: (tree) => {
    const named = renameKeys(tree, { lab: 'customer', chips: 'generations' });
    const timed = mapEntries(named, (entry) => (entry.key === 'months' ? horizonOf(entry) : entry));
    return inside(timed, 'deals', (deals) => eachMap(deals, dealOf));
  },
};

function horizonOf(entry: Entry): Entry {
  return { ...entry, key: 'horizon', value: withUnit(entry, 'months') };
}

function dealOf(deal: MapNode): MapNode {
  const named = renameKeys(deal, { spend: 'commitment' });
  return inside(named, 'commitment', (commitment) =>
    mapEntries(commitment, (entry) =>
      entry.key === 'years' ? { ...entry, key: 'term', value: withUnit(entry, 'years') } : entry,
    ),
  );
}

/** Adds the unit that version 0 left out. */
function withUnit({ value }: Entry, unit: string): Entry['value'] {
  if (value.kind !== 'scalar' || !/^[\d.]+$/.test(value.text)) return value;
  return { ...value, text: `${value.text} ${unit}` };
}
