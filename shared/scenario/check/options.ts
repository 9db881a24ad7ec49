import { nearest } from '../nearest.ts';
import type { Finding } from '../problem-list.ts';
import type { Option, Scenario } from '../scenario.ts';
import type { Keyed } from '../value.ts';
import type { Rule } from './rule.ts';
import { atKey, atValue, certainValue } from './rule.ts';

type Report = (finding: Finding) => void;

/** Checks that options name a generation, have power where their rights need it, and open inside the projection. */
export const checkOptions: Rule = (scenario, report) => {
  for (const deal of scenario.deals) {
    for (const option of deal.value.options) {
      checkGeneration(scenario, option, report);
      checkRights(option, report);
      checkWindow(scenario, option, report);
    }
  }
};

function checkGeneration(scenario: Scenario, { key, spot, value }: Keyed<Option>, report: Report): void {
  // A generation that is named but does not exist has been reported when the name was read.
  const known = scenario.generations.map((generation) => generation.key);
  if (value.generation !== null || known.includes(key)) return;
  const meant = nearest(key, known);
  report({
    code: 'unknown-generation',
    ...atKey(spot),
    message: `${spot.path}: there is no generation "${key}". ${meant === null ? 'Add generation: and the name of one.' : `Did you mean "${meant}"?`}`,
    met: key,
    expected: known.join(', '),
    fix: meant === null ? undefined : { title: `Change to "${meant}"`, replacement: meant },
  });
}

function checkRights({ spot, value }: Keyed<Option>, report: Report): void {
  const { rights, power } = value;
  if (power === null && rights !== 'price-only') {
    report({
      code: 'missing-field',
      path: `${spot.path}.power`,
      place: spot.keyPlace,
      message: `${spot.path}.power is missing: rights of the kind "${rights}" are about an amount of power. Write, for example, power: 1 GW.`,
      met: 'nothing',
      expected: '1 GW',
    });
  }
  const idle = [
    { field: power, needs: rights !== 'price-only', why: 'rights are price-only' },
    { field: value.early, needs: rights === 'early-access', why: 'rights are not early-access' },
    { field: value.offered, needs: rights === 'first-refusal', why: 'rights are not first-refusal' },
  ];
  for (const { field, needs, why } of idle) {
    if (needs || field === null || field.origin !== 'written') continue;
    report({
      code: 'no-effect',
      severity: 'warning',
      ...atValue(field),
      message: `${field.path} has no effect: ${why}. Change the rights, or remove it.`,
      met: field.text,
      expected: 'fields that go with the rights',
    });
  }
}

function checkWindow(scenario: Scenario, { value }: Keyed<Option>, report: Report): void {
  const { from, to } = value.window;
  const months = certainValue(scenario.horizon);
  const isLate = certainValue(from) >= months;
  if (!isLate && !(certainValue(to) < 0)) return;
  const field = isLate ? from : to;
  report({
    code: isLate ? 'beyond-horizon' : 'before-start',
    severity: 'warning',
    ...atValue(field),
    message: `${field.path} is ${field.text}: the window lies outside the projection, so the option is never used.`,
    met: field.text,
    expected: 'a window inside the horizon',
  });
}
