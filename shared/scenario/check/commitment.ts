import type { Rule } from './rule.ts';
import { atKey, atValue, certainValue } from './rule.ts';

const tolerance = 0.005;

/** Checks that a commitment falls inside the projection and that its ramp adds up. */
export const checkCommitment: Rule = (scenario, report) => {
  const months = certainValue(scenario.horizon);
  for (const { key, value: deal } of scenario.deals) {
    const { commitment } = deal;
    if (commitment === null) continue;
    const { begins, ramp } = commitment;
    if (begins !== null && certainValue(begins) >= months) {
      report({
        code: 'beyond-horizon',
        severity: 'warning',
        ...atValue(begins),
        message: `${begins.path} is ${begins.text}, after the end of the projection, so the commitment has no effect.`,
        met: begins.text,
        expected: 'a date inside the horizon',
      });
    }
    if (ramp.kind === 'annual') {
      const sum = ramp.value.reduce((total, share) => total + certainValue(share), 0);
      if (ramp.value.length === 0 || Math.abs(sum - 1) > tolerance) {
        const met = ramp.value.length === 0 ? 'no shares' : `${Number((sum * 100).toPrecision(6))} %`;
        report({
          code: 'shares-do-not-sum',
          severity: sum > 0 ? 'warning' : 'error',
          ...atKey(ramp.spot),
          message: `${ramp.spot.path}: the shares sum to ${met}, not 100 %. They are scaled to 100 %; correct them to be sure of what is meant.`,
          met,
          expected: '100 %',
        });
      }
    }
    if (deal.capacity.phases.length === 0) {
      report({
        code: 'no-capacity',
        severity: 'warning',
        ...atKey(commitment.spot),
        message: `"${key}" promises to spend but has no phases of capacity, so nothing can be consumed and the whole promise falls due. Add phases under capacity.`,
        met: 'no phases',
        expected: 'at least one phase',
      });
    }
  }
};
