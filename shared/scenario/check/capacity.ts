import type { Phase } from '../scenario.ts';
import type { Keyed } from '../value.ts';
import type { Rule } from './rule.ts';
import { atValue, certainValue } from './rule.ts';

/** Checks phases against the horizon and shapes against their ramps. */
export const checkCapacity: Rule = (scenario, report) => {
  const months = certainValue(scenario.horizon);
  for (const { value } of scenario.deals) {
    for (const phase of value.capacity.phases) {
      const { energise } = phase.value;
      if (certainValue(energise) >= months) {
        report({
          code: 'beyond-horizon',
          severity: 'warning',
          ...atValue(energise),
          message: `${energise.path} is ${energise.text}, after the end of the projection, so the phase has no effect. Lengthen the horizon (${scenario.horizon.text}), or bring the phase forward.`,
          met: energise.text,
          expected: 'a date inside the horizon',
        });
      }
      const fault = shapeFault(phase);
      if (fault !== null) {
        report({
          code: 'no-effect',
          severity: 'warning',
          path: phase.spot.path,
          place: phase.spot.keyPlace,
          message: `${phase.spot.path}: ${fault}`,
          met: phase.value.shape ?? 'no shape',
          expected: 'a shape and a ramp that go together',
        });
      }
    }
  }
};

function shapeFault({ value }: Keyed<Phase>): string | null {
  const isBassWritten = value.bass.p.origin === 'written' || value.bass.q.origin === 'written';
  if (isBassWritten && value.shape !== 'bass') return '"bass" has no effect unless shape is bass.';
  if (value.shape === null || value.shape === 'step') {
    return value.shape === 'step' && certainValue(value.ramp) > 0
      ? 'a step has no ramp, so the ramp has no effect. Choose another shape, or remove the ramp.'
      : null;
  }
  return certainValue(value.ramp) === 0
    ? `the shape ${value.shape} has no effect without a ramp. Add ramp: 6 months, say.`
    : null;
}
