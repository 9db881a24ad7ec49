import { parseUnit } from '../quantity/parse-unit.ts';
import type { Unit } from '../quantity/unit.ts';
import { combineUnits, noUnit, raiseUnit, unitOf } from '../quantity/unit.ts';

/** A point in time, counted in months from the start. It can be compared with a date, not with a duration. */
export const instant: Unit = unitOf('date');

/**
 * Reads the unit of a measure. `month` alone is a point in time, `months` a duration; a word the language does not know
 * (`H100e`) is a kind of its own, alone or as part of a unit (`H100e/MW`).
 */
export function measureUnit(text: string): Unit {
  const trimmed = text.trim();
  if (trimmed === 'month' || trimmed === 'date') return instant;
  const known = parseUnit(trimmed);
  if (known !== null) return known;
  const [over = '', ...under] = trimmed.split(/(?<!FLOP)\//);
  return under.reduce((unit, part) => combineUnits(unit, productOf(part), -1), productOf(over));
}

function productOf(text: string): Unit {
  return text.split('·').reduce((unit, word) => combineUnits(unit, powerOf(word)), noUnit);
}

function powerOf(word: string): Unit {
  const [, name = word, power = '1'] = /^(.+)\^(\d)$/.exec(word) ?? [];
  return raiseUnit(parseUnit(name) ?? unitOf(name), Number(power));
}
