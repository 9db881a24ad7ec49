import type { Condition } from '#shared/engine/plan/condition.ts';
import { customValue, isCustom } from './custom-measures.ts';
import { evaluate, type Lookup } from './formula.ts';
import { timingOf } from './measure-timing.ts';
import type { MonthRecord } from './records.ts';
import type { World } from './world.ts';

const LEAST_LAG = { 'before-capital': 0, 'after-capital': 1, 'after-the-run': null };

/**
 * How a milestone of the present month sees the world: what precedes capital as it is this month, all the rest as it
 * was a month ago, and nothing that is known only once the run is over.
 */
export function conditionHolds(
  world: World,
  earlyNow: ReadonlyMap<string, number>,
  past: readonly MonthRecord[],
): (condition: Condition) => boolean {
  const month = past.length;
  const lookup: Lookup = {
    leastLag: (id) => LEAST_LAG[timingOf(world, id)],
    value: (id, asked) => {
      if (asked > month || timingOf(world, id) === 'after-the-run') return Number.NaN;
      return asked < month ? pastValue(world, past, id, asked) : (earlyNow.get(id) ?? Number.NaN);
    },
  };
  return (condition) => evaluate(world, condition, month, lookup) >= 0.5;
}

function pastValue(world: World, past: readonly MonthRecord[], id: string, month: number): number {
  if (isCustom(world, id))
    return customValue(world, id, month, (inner, m) => pastValue(world, past, inner, m));
  const value = past[month]?.early.get(id) ?? past[month]?.late.get(id);
  if (value === undefined) throw new Error(`No measure ${id} in month ${month}`);
  return value;
}
