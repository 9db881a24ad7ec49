import { parseUnit } from '../quantity/parse-unit.ts';
import type { Unit } from '../quantity/unit.ts';
import { unitOf } from '../quantity/unit.ts';

/** A point in time, counted in months from the start. It can be compared with a date, not with a duration. */
export const instant: Unit = unitOf('date');

/**
 * Reads the unit of a measure. `month` alone is a point in time, `months` a duration; a unit the language does not know
 * (`H100e`) is a kind of its own, which can only be compared with itself.
 */
export function measureUnit(text: string): Unit {
  if (text === 'month' || text === 'date') return instant;
  return parseUnit(text) ?? unitOf(text.trim());
}
