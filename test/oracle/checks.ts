import type { CheckResult } from '#shared/engine/projection.ts';
import { clamp } from './at.ts';
import { evaluate, isTruth, type Lookup } from './formula.ts';
import type { World } from './world.ts';

/** Whether each check of the scenario holds, and the first month in which it does not. */
export function checkResults(world: World, lookup: Lookup): CheckResult[] {
  const last = world.plan.months - 1;
  return world.plan.checks.map(({ key, holds, when }) => {
    const from = when.kind === 'at' ? clamp(Math.floor(when.month), 0, last) : 0;
    const to = when.kind === 'at' ? from : last;
    for (let month = from; month <= to; month++) {
      if (!isTruth(evaluate(world, holds, month, lookup))) {
        return { key, holds: false, firstBrokenMonth: month };
      }
    }
    return { key, holds: true, firstBrokenMonth: null };
  });
}
