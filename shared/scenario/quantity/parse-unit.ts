import type { Unit } from './unit.ts';
import { combineUnits, noUnit, raiseUnit } from './unit.ts';
import { findUnit } from './units.ts';

/** A unit read from a text, and where it ended. */
export interface ReadUnit {
  readonly unit: Unit;
  readonly to: number;
}

const word = /(?:[kMGTPEZ]?(?:FLOPs|FLOP|flop)\/(?:sec|s)(?![A-Za-z])|US\$|[A-Za-z]+|[%$×])/y;

/**
 * Reads as much of a unit as stands at `from`: `MW`, `$/chip-hour`, `%/year`, `FLOP/s per $`. A slash, hyphen or "per"
 * belongs to the unit only where another unit follows directly, so `5 GW - 3 GW` and `$1B/capacity` end after the first.
 */
export function readUnit(text: string, from: number, first: Unit | null = null): ReadUnit | null {
  let unit = first;
  let at = from;
  if (unit === null) {
    const start = readWord(text, at);
    if (start === null) return null;
    unit = start.unit;
    at = start.to;
  }
  let isUnder = false;
  for (;;) {
    const joint = readJoint(text, at);
    if (joint === null) return { unit, to: at };
    const next = readWord(text, joint.to);
    if (next === null) return { unit, to: at };
    isUnder = joint.isUnder || isUnder;
    unit = combineUnits(unit, next.unit, isUnder ? -1 : 1);
    at = next.to;
  }
}

/** Reads a text that is nothing but a unit; null where it is none. Also reads `1/year` and `USD/MW^2`. */
export function parseUnit(text: string): Unit | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '1' || trimmed === '–' || trimmed === '-') return noUnit;
  const from = trimmed.startsWith('1/') ? 1 : 0;
  const read = readUnit(trimmed, from, from === 1 ? noUnit : null);
  return read !== null && read.to === trimmed.length ? read.unit : null;
}

function readWord(text: string, from: number): ReadUnit | null {
  word.lastIndex = from;
  const match = word.exec(text);
  if (match === null) return null;
  const unit = findUnit(match[0]);
  if (unit === null) return null;
  const to = from + match[0].length;
  const power = /\^(\d)/y;
  power.lastIndex = to;
  const raised = power.exec(text);
  return raised === null
    ? { unit, to }
    : { unit: raiseUnit(unit, Number(raised[1])), to: to + raised[0].length };
}

const under = /\/|[ ]+per[ ]+/y;
const beside = /[-·]/y;

function readJoint(text: string, from: number): { readonly isUnder: boolean; readonly to: number } | null {
  under.lastIndex = from;
  const slash = under.exec(text);
  if (slash !== null) return { isUnder: true, to: from + slash[0].length };
  beside.lastIndex = from;
  return beside.test(text) ? { isUnder: false, to: from + 1 } : null;
}
