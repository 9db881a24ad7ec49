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
  const measures = new Map<string, readonly number[]>(monthlySeries(months));
  for (const [id, value] of [...outcomesOf(world, months), ...optionValues(world, months)]) {
    measures.set(
      id,
      months.map(() => value),
    );
  }

  for (const [id, series] of customSeries(world, measures)) measures.set(id, series);
  return { months, measures, checks: checkResults(world, lookupIn(measures)) };
}

/** What every month says of every measure, one series a measure. */
function monthlySeries(months: readonly MonthRecord[]): Map<string, number[]> {
  const series = new Map<string, number[]>();
  for (const { early, late } of months) {
    for (const [id, value] of [...early, ...late]) {
      const earlier = series.get(id);
      if (earlier === undefined) series.set(id, [value]);
      else earlier.push(value);
    }
  }
  return series;
}

/** The measures a scenario defines itself, with the running totals of those that are flows, from given series. */
export function customSeries(
  world: World,
  given: ReadonlyMap<string, readonly number[]>,
): Map<string, readonly number[]> {
  const known = new Map(given);
  const added = new Map<string, readonly number[]>();
  const add = (id: string, series: readonly number[]) => {
    known.set(id, series);
    added.set(id, series);
  };
  for (const { id, formula } of world.plan.measures) {
    const months = Array.from({ length: world.plan.months }, (_, month) => month);
    const series = months.map((month) => customValue(world, id, month, lookupIn(known).value));
    add(id, series);
    if (isFlow(formula, (used) => known.has(`${used}.cumulative`))) {
      add(`${id}.cumulative`, runningTotal(series));
    }
  }
  return added;
}

/** Looks measures up where every month is known. */
function lookupIn(measures: ReadonlyMap<string, readonly number[]>): Lookup {
  return {
    leastLag: () => 0,
    value: (id, month) => {
      const series = measures.get(id);
      if (series === undefined) throw new Error(`The oracle knows no measure ${id}`);
      return at(series, month);
    },
  };
}

function runningTotal(series: readonly number[]): number[] {
  let total = 0;
  return series.map((value) => {
    total += value;
    return total;
  });
}
