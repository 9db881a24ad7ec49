import type { Rule } from './rule.ts';
import { atKey, atValue, certainValue } from './rule.ts';

/** Most memory that the samples of one measure may take. */
const memoryCeilingBytes = 512 * 1024 * 1024;
const bytesPerSample = 8;
const mostPhases = 200;

/** Checks what decides the size of a run, before anything is allocated. */
export const checkRun: Rule = (scenario, report) => {
  const months = certainValue(scenario.horizon);
  if (Math.abs(months - Math.round(months)) > 1e-9) {
    report({
      code: 'not-whole-months',
      ...atValue(scenario.horizon),
      message: `horizon is ${scenario.horizon.text}, which is not a whole number of months. Write it in months or years.`,
      met: scenario.horizon.text,
      expected: 'a whole number of months, such as 144 months',
    });
  }
  const { draws, spot } = scenario.simulation;
  if (draws * months * bytesPerSample > memoryCeilingBytes) {
    const most = Math.floor(memoryCeilingBytes / bytesPerSample / months);
    report({
      code: 'too-many-draws',
      path: `${spot.path}.draws`,
      place: spot.place,
      message: `simulation.draws is ${draws}: over ${months} months one measure alone would take more than 512 MB. Use at most ${most} draws, or a shorter horizon.`,
      met: String(draws),
      expected: `at most ${most}`,
    });
  }
  const phases = scenario.deals.reduce((sum, { value }) => sum + value.capacity.phases.length, 0);
  if (phases > mostPhases) {
    report({
      code: 'too-many',
      path: 'deals',
      place: scenario.spot.keyPlace,
      message: `The deals have ${phases} phases together; at most ${mostPhases} are possible. Join phases that come online together.`,
      met: String(phases),
      expected: `at most ${mostPhases}`,
    });
  }
  if (scenario.deals.length === 0) {
    report({
      code: 'no-deals',
      severity: 'warning',
      ...atKey(scenario.spot),
      path: 'deals',
      message: 'The scenario has no deals, so there is nothing to compute. Add one under "deals".',
      met: 'no deals',
      expected: 'at least one deal',
    });
  }
};
