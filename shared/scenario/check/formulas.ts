import { readFormulas } from '../formula/formula-book.ts';
import { readInUnitOf } from '../formula/threshold.ts';
import type { Rule } from './rule.ts';
import { certainValue } from './rule.ts';

/** Checks names and units in measures, checks, milestones and observations. */
export const checkFormulas: Rule = (scenario, report) => {
  const book = readFormulas(scenario, report);
  const months = certainValue(scenario.horizon);
  for (const { month, written } of book.checks) {
    if (month === null || !(month < 0 || month >= months)) continue;
    report({
      code: 'beyond-horizon',
      severity: 'warning',
      path: written.spot.path,
      place: written.spot.place,
      message: `${written.spot.path} looks at a month outside the projection, so it can never hold.`,
      met: written.text,
      expected: 'a month inside the horizon',
    });
  }
  for (const { key, spot, value } of scenario.actuals) {
    const facts = book.names.get(key);
    if (facts === undefined) {
      report({
        code: 'unknown-measure',
        path: spot.path,
        place: spot.keyPlace,
        message: `${spot.path}: there is no measure "${key}" to compare observations with. Use the id of a measure, such as aws.spend.billed.`,
        met: key,
        expected: 'the id of a measure',
      });
      continue;
    }
    for (const observation of value) readInUnitOf(observation.value, facts.unit, scenario.start, report);
  }
};
