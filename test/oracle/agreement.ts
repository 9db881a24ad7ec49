import type { MeasureInfo } from '#shared/engine/projection.ts';

/** Share of the larger figure by which two answers may differ. */
const RELATIVE = 1e-9;

/**
 * What is left over where large figures cancel (the power of a generation that has retired, a facility drawn to its
 * last dollar) is rounding when it is this small beside the largest figure of its own series, or beside the largest of
 * all series in the same unit.
 */
const OF_SERIES = 1e-12;
const OF_UNIT = 1e-13;

/** Every measure on which two sets of series differ, in words. */
export function seriesDifferences(
  catalogue: readonly MeasureInfo[],
  oracle: ReadonlyMap<string, readonly number[]>,
  engine: ReadonlyMap<string, readonly number[]>,
): string[] {
  const peaks = new Map<string, number>();
  for (const { id, unit } of catalogue) {
    peaks.set(unit, Math.max(peaks.get(unit) ?? 0, peakOf(oracle.get(id) ?? [])));
  }
  const found: string[] = [];
  for (const { id, unit } of catalogue) {
    const expected = oracle.get(id);
    const actual = engine.get(id) ?? [];
    if (expected === undefined) {
      found.push(`${id}: the oracle does not know it`);
      continue;
    }
    const month = firstDifference(expected, actual, peaks.get(unit) ?? 0);
    if (month !== null) {
      found.push(`${id}, month ${month}: oracle ${expected[month]}, engine ${actual[month]}`);
    }
  }
  return found;
}

/** The first month in which two series give different answers, or null. NaN agrees with NaN only. */
export function firstDifference(
  oracle: readonly number[],
  engine: readonly number[],
  peakOfUnit: number,
): number | null {
  const rounding = OF_SERIES * peakOf(oracle) + OF_UNIT * peakOfUnit;
  const month = oracle.findIndex((expected, m) => !agree(expected, engine[m], rounding));
  if (month >= 0) return month;
  return oracle.length === engine.length ? null : Math.min(oracle.length, engine.length);
}

function agree(expected: number, actual: number | undefined, rounding: number): boolean {
  if (actual === undefined) return false;
  if (Number.isNaN(expected) || Number.isNaN(actual)) return Number.isNaN(expected) && Number.isNaN(actual);
  const size = Math.max(Math.abs(expected), Math.abs(actual));
  return Math.abs(expected - actual) <= RELATIVE * size + rounding;
}

function peakOf(series: readonly number[]): number {
  return Math.max(0, ...series.filter((value) => !Number.isNaN(value)).map(Math.abs));
}
