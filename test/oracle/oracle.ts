import type { Plan } from '#shared/engine/plan/plan.ts';
import type { CheckResult } from '#shared/engine/projection.ts';
import { at } from './at.ts';
import { checkResults } from './checks.ts';
import { customValue, isFlow } from './custom-measures.ts';
import type { Lookup } from './formula.ts';
import { projectMonths } from './month.ts';
import { optionValues } from './option-value.ts';
import { outcomesOf } from './outcomes.ts';
import type { MonthRecord } from './records.ts';
import type { World } from './world.ts';

/** What the oracle says of one draw of a plan. */
export interface Oracle {
  readonly months: readonly MonthRecord[];
  /** Every measure by id, one value a month. */
  readonly measures: ReadonlyMap<string, readonly number[]>;
  readonly checks: readonly CheckResult[];
}

/**
 * The second implementation of the projection model: slow, obvious, one plain object a month, written from the design
 * page and the conventions without sight of the engine. `inputValues` holds one number for each of `plan.inputs`.
 */
export function oracle(plan: Plan, inputValues: readonly number[]): Oracle {
  const world: World = { plan, values: inputValues, twist: null };
  const months = projectMonths(world);
  const measures = new Map<string, number[]>();
  for (const { early, late } of months) {
    for (const [id, value] of [...early, ...late]) {
      const series = measures.get(id) ?? [];
      series.push(value);
      measures.set(id, series);
    }
  }
  for (const [id, value] of [...outcomesOf(world, months), ...optionValues(world, months)]) {
    measures.set(
      id,
      months.map(() => value),
    );
  }

  const value = (id: string, month: number): number => {
    const series = measures.get(id);
    if (series === undefined) throw new Error(`The oracle knows no measure ${id}`);
    return at(series, month);
  };
  const lookup: Lookup = { value, leastLag: () => 0 };
  for (const { id, formula } of plan.measures) {
    const series = months.map(({ month }) => customValue(world, id, month, value));
    measures.set(id, series);
    if (isFlow(formula, (used) => measures.has(`${used}.cumulative`))) {
      measures.set(`${id}.cumulative`, runningTotal(series));
    }
  }
  return { months, measures, checks: checkResults(world, lookup) };
}

function runningTotal(series: readonly number[]): number[] {
  let total = 0;
  return series.map((value) => {
    total += value;
    return total;
  });
}
