import type { Keyed } from '../value.ts';
import type { Rule } from './rule.ts';
import { atKey } from './rule.ts';

/** First words of measure ids; a deal of that name could not be told from them. */
const measureGroups = new Set([
  'capacity',
  'fleet',
  'compute',
  'energy',
  'spend',
  'commitment',
  'price',
  'capital',
  'circularity',
  'provider',
  'customer',
  'dependence',
  'options',
  'deals',
]);

/** Names that stand where a generation's key stands in measure ids or in a mix. */
const takenByMeasures = new Set(['per-gw-year', 'per-gw-year-ceiling', 'per-chip-hour', 'first']);

/** Checks that the user's own names do not collide with the model's or with one another. */
export const checkNames: Rule = (scenario, report) => {
  const refuse = (what: string, { key, spot }: Keyed<unknown>): void => {
    report({
      code: 'reserved-name',
      ...atKey(spot),
      message: `"${key}" cannot name a ${what}, since measures already use the word. Choose another, such as "${key}-${what}".`,
      met: key,
      expected: `a name that is no word of the model`,
      fix: { title: `Change to "${key}-${what}"`, replacement: `${key}-${what}` },
    });
  };
  for (const deal of scenario.deals) if (measureGroups.has(deal.key)) refuse('deal', deal);
  for (const generation of scenario.generations) {
    if (takenByMeasures.has(generation.key)) refuse('generation', generation);
  }
  const owners = new Map<string, string>();
  for (const deal of scenario.deals) {
    for (const option of deal.value.options) {
      const owner = owners.get(option.key);
      if (owner === undefined) {
        owners.set(option.key, deal.key);
        continue;
      }
      report({
        code: 'duplicate-option',
        ...atKey(option.spot),
        message: `The option "${option.key}" exists in "${owner}" already; measures of options carry the name alone. Rename one of them.`,
        met: option.key,
        expected: 'a name no other option has',
        fix: { title: `Change to "${option.key}-${deal.key}"`, replacement: `${option.key}-${deal.key}` },
      });
    }
    if (deal.value.provider !== '' && deal.value.provider === scenario.customer) {
      report({
        code: 'provider-is-customer',
        path: `${deal.spot.path}.provider`,
        place: deal.spot.keyPlace,
        message: `The provider of "${deal.key}" is the customer itself (${scenario.customer}). A deal needs two parties.`,
        met: deal.value.provider,
        expected: 'another party than the customer',
      });
    }
  }
};
