import { nearest } from '../nearest.ts';
import type { Finding } from '../problem-list.ts';
import type { Scenario } from '../scenario.ts';
import type { Named, Value } from '../value.ts';
import type { Rule } from './rule.ts';
import { atKey } from './rule.ts';

type Report = (finding: Finding) => void;

/** Checks that correlations join two different uncertain inputs, each pair once. */
export const checkCorrelations: Rule = (scenario, report) => {
  if (scenario.correlations.length === 0) return;
  const byPath = new Map(scenario.inputs.map((value) => [value.path, value]));
  const seen = new Set<string>();
  for (const [first, second] of scenario.correlations) {
    const a = checkInput(scenario, byPath, first, report);
    const b = checkInput(scenario, byPath, second, report);
    if (a === null || b === null) continue;
    const pair = [a, b].sort().join(' ');
    if (a === b) {
      refuse(second, `"${second.name}" is the same input as "${first.name}"`, 'two different inputs', report);
    } else if (seen.has(pair)) {
      refuse(second, `"${first.name}" and "${second.name}" are correlated twice`, 'each pair once', report);
    }
    seen.add(pair);
  }
};

/** Finds the stream an input draws from; null, and a report, where it has none. */
function checkInput(
  scenario: Scenario,
  byPath: ReadonlyMap<string, Value>,
  { name, spot }: Named,
  report: Report,
): string | null {
  const value = byPath.get(name);
  if (value === undefined) {
    const uncertain = scenario.inputs.filter(isUncertain).map(({ path }) => path);
    const meant = nearest(name, uncertain);
    report({
      code: 'unknown-input',
      path: spot.path,
      place: spot.place,
      message: `${spot.path}: there is no input "${name}". ${meant === null ? 'Write the path of an uncertain quantity, such as deals.aws.capacity.slip.' : `Did you mean "${meant}"?`}`,
      met: name,
      expected: 'the path of an uncertain quantity',
      fix: meant === null ? undefined : { title: `Change to "${meant}"`, replacement: meant },
    });
    return null;
  }
  if (!isUncertain(value)) {
    if (!Number.isNaN(value.distribution.kind === 'constant' ? value.distribution.value : 0)) {
      // Whoever fixes a value to try it, or takes the ground from the base in a variant, has done nothing wrong.
      report({
        severity: 'info',
        code: 'idle-correlation',
        ...atKey(spot),
        place: spot.place,
        message: `${spot.path}: "${name}" is certain (${value.text}), so this correlation has no effect as long as it is.`,
        met: name,
        expected: 'an uncertain quantity',
      });
    }
    return null;
  }
  return value.reference === null ? value.path : `assumptions.${value.reference}`;
}

function isUncertain(value: Value): boolean {
  return value.distribution.kind !== 'constant';
}

function refuse({ name, spot }: Named, why: string, expected: string, report: Report): void {
  report({
    code: 'bad-correlation',
    ...atKey(spot),
    place: spot.place,
    message: `${spot.path}: ${why}, so there is nothing to correlate. Correlate ${expected}.`,
    met: name,
    expected,
  });
}
