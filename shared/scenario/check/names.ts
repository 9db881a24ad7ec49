import type { Finding } from '../problem-list.ts';
import type { Scenario } from '../scenario.ts';
import type { Keyed } from '../value.ts';
import { takenBy, wordsOfTheModel } from './reserved-names.ts';
import type { Rule } from './rule.ts';
import { atKey } from './rule.ts';

type Report = (finding: Finding) => void;

/** Checks that the user's own names do not collide with the model's or with one another. */
export const checkNames: Rule = (scenario, report) => {
  for (const deal of scenario.deals) {
    if (wordsOfTheModel.has(deal.key)) refuse('deal', deal, report);
    for (const phase of deal.value.capacity.phases) {
      if (takenBy('phase', phase.key) !== null) refuse('phase', phase, report);
    }
    for (const item of deal.value.capital) {
      const isTaken = takenBy('instrument', item.key) ?? takenBy('facility', item.key);
      if (isTaken !== null) refuse('instrument', item, report);
    }
    checkProvider(scenario, deal.key, deal.value.provider, deal.spot, report);
  }
  for (const generation of scenario.generations) {
    // In a succession `first` stands for the oldest generation.
    if (generation.key === 'first' || takenBy('generation', generation.key) !== null) {
      refuse('generation', generation, report);
    }
  }
  checkOptionNames(scenario, report);
};

function refuse(what: string, { key, spot }: Keyed<unknown>, report: Report): void {
  report({
    code: 'reserved-name',
    ...atKey(spot),
    message: `"${key}" cannot name a ${what}, since the model already uses the word. Choose another, such as "${key}-${what}".`,
    met: key,
    expected: 'a name that is no word of the model',
    fix: { title: `Change to "${key}-${what}"`, replacement: `${key}-${what}` },
  });
}

function checkOptionNames(scenario: Scenario, report: Report): void {
  const owners = new Map<string, string>();
  for (const deal of scenario.deals) {
    for (const option of deal.value.options) {
      if (takenBy('option', option.key) !== null) refuse('option', option, report);
      const owner = owners.get(option.key);
      if (owner === undefined) {
        owners.set(option.key, deal.key);
        continue;
      }
      const replacement = `${option.key}-${deal.key}`;
      report({
        code: 'duplicate-option',
        severity: 'warning',
        ...atKey(option.spot),
        message: `The option "${option.key}" exists in "${owner}" too, so totals such as options.${option.key}.value add the two. Rename one of them and say generation: ${option.value.generation?.name ?? option.key} to keep them apart.`,
        met: option.key,
        expected: 'a name no other option has',
        fix: { title: `Change to "${replacement}"`, replacement },
      });
    }
  }
}

function checkProvider(
  scenario: Scenario,
  key: string,
  provider: string,
  spot: Keyed<unknown>['spot'],
  report: Report,
): void {
  if (provider === '' || provider !== scenario.customer) return;
  report({
    code: 'provider-is-customer',
    path: `${spot.path}.provider`,
    place: spot.keyPlace,
    message: `The provider of "${key}" is the customer itself (${scenario.customer}). A deal needs two parties.`,
    met: provider,
    expected: 'another party than the customer',
  });
}
