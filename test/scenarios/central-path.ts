import { uncontrolled } from '#shared/engine/control.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { project } from '#shared/engine/project.ts';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { fillCentral } from '#shared/engine/random/central.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { compiled } from './compiled.ts';

/** The central path of a scenario, asked in calendar months. */
export interface CentralPath {
  readonly measures: readonly MeasureInfo[];
  readonly checks: ReadonlyMap<string, boolean>;
  /** A measure in a month such as `2026-12`, or at the `end`. */
  readonly value: (measure: string, month: string) => number;
}

/** Reads, compiles and projects a scenario; throws with every fault where it does not read. */
export function centralPath(source: ScenarioSource): CentralPath {
  const plan = compiled(source);
  const projection = project(plan, fillMedians, uncontrolled);
  if (!projection.ok) throw new Error(`${source.id} was cancelled`);
  const series = new Map(projection.value.series.map(({ info, values }) => [info.id, values]));
  return {
    measures: projection.value.series.map(({ info }) => info),
    checks: new Map(projection.value.checks.map(({ key, holds }) => [key, holds])),
    value: (measure, month) => {
      const values = series.get(measure);
      if (values === undefined) throw new Error(`${source.id} has no measure ${measure}`);
      const found = values[monthIndex(plan, month)];
      if (found === undefined) throw new Error(`${source.id} has no month ${month}`);
      return found;
    },
  };
}

/** The place of a calendar month on the grid of a plan; `end` is the last. */
export function monthIndex({ start, months }: Plan, month: string): number {
  if (month === 'end') return months - 1;
  const [year = Number.NaN, ofYear = Number.NaN] = month.split('-').map(Number);
  return (year - start.year) * 12 + ofYear - start.month;
}

function fillMedians(plan: Plan, values: Float64Array): void {
  const filled = fillCentral(plan, values);
  if (!filled.ok) throw new Error(filled.error.message);
}
