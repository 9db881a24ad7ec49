import { fillCentral } from '#shared/engine/random/central.ts';
import { compileScenario } from '#shared/scenario/compile.ts';
import { readScenario } from '#shared/scenario/read.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { oracle } from '../oracle/oracle.ts';

/** The central path of a scenario, asked in calendar months. */
export interface CentralPath {
  readonly months: number;
  readonly measures: ReadonlyMap<string, readonly number[]>;
  readonly checks: ReadonlyMap<string, boolean>;
  /** A measure in a month such as `2026-12`, or at the `end`. */
  readonly value: (measure: string, month: string) => number;
}

/** Reads, compiles and projects a scenario; throws with every fault where it does not read. */
export function centralPath(source: ScenarioSource): CentralPath {
  const reading = readScenario(source);
  if (!reading.ok) {
    throw new Error(reading.error.map(({ line, message }) => `${source.id}:${line} ${message}`).join('\n'));
  }
  const { plan } = compileScenario(reading.value.scenario);
  const values = new Float64Array(plan.inputs.length);
  const filled = fillCentral(plan, values);
  if (!filled.ok) throw new Error(`${source.id}: ${filled.error.message}`);
  const { measures, checks } = oracle(plan, [...values]);

  const value = (measure: string, month: string): number => {
    const series = measures.get(measure);
    if (series === undefined) throw new Error(`${source.id} has no measure ${measure}`);
    const at = month === 'end' ? plan.months - 1 : monthsBetween(plan.start, month);
    const found = series[at];
    if (found === undefined) throw new Error(`${source.id} has no month ${month}`);
    return found;
  };
  return {
    months: plan.months,
    measures,
    checks: new Map(checks.map(({ key, holds }) => [key, holds])),
    value,
  };
}

function monthsBetween(start: { readonly year: number; readonly month: number }, month: string): number {
  const [year = Number.NaN, ofYear = Number.NaN] = month.split('-').map(Number);
  return (year - start.year) * 12 + ofYear - start.month;
}
