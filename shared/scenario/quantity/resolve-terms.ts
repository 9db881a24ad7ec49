import type { Outcome } from '#shared/base/outcome.ts';
import { ok } from '#shared/base/outcome.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { DimensionFacts } from './dimensions.ts';
import { wordsForParts } from './dimensions.ts';
import type { Reading } from './fault.ts';
import { expectation, faultAt, unitsOf, writeInstead } from './fault.ts';
import { monthsSince } from './parse-date.ts';
import type { QuantityFault } from './quantity.ts';
import type { Amount, Term } from './read-term.ts';
import type { Unit } from './unit.ts';
import { combineUnits, convertNumeral, isSameKind, noUnit, shiftDecimal } from './unit.ts';
import { findUnit } from './units.ts';

/** What a number without a unit of its own borrows from its neighbours. */
export interface Borrowed {
  readonly multiple: number | null;
  readonly unit: Unit | null;
}

/** Everything that decides which number a term stands for. */
export interface Target extends Reading {
  readonly start: YearMonth;
}

/** Turns a term into a number in the fixed unit of the dimension asked for. */
export function resolveTerm(
  target: Target,
  term: Term,
  borrowed: Borrowed | null,
): Outcome<number, QuantityFault> {
  if (term.kind === 'date') return resolveDate(target, term);
  if (target.facts.dimension === 'date') return wrongUnit(target, term, unitOf(term, borrowed));
  const unit = unitOf(term, borrowed);
  const { fixed } = target.facts;
  if (unit === null) {
    return isSameKind(fixed.parts, noUnit.parts)
      ? bareNumber(target, term, borrowed)
      : missingUnit(target, term);
  }
  if (!isSameKind(unit.parts, fixed.parts)) return wrongUnit(target, term, unit);
  const sized = { ...unit, exponent: unit.exponent + multipleOf(term, borrowed) };
  return finite(target, term, convertNumeral(term.numeral, sized, fixed));
}

function resolveDate(target: Target, term: Term & { kind: 'date' }): Outcome<number, QuantityFault> {
  if (target.facts.dimension === 'date') return ok(monthsSince(target.start, term.date));
  const met = target.text.slice(term.from, term.to);
  return faultAt(target, 'wrong-unit', term, `"${met}" is a date; expected ${expectation(target.facts)}.`);
}

function unitOf(term: Amount, borrowed: Borrowed | null): Unit | null {
  return term.unit ?? borrowed?.unit ?? null;
}

/** `5 to 9B USD`: the first number is five billion; `$5 to 9B`: so is this one. */
function multipleOf(term: Amount, borrowed: Borrowed | null): number {
  if (term.multiple !== null) return term.multiple;
  return term.unit === null || term.isDollarOnly ? (borrowed?.multiple ?? 0) : 0;
}

function bareNumber(target: Target, term: Amount, borrowed: Borrowed | null): Outcome<number, QuantityFault> {
  const value = shiftDecimal(term.numeral, multipleOf(term, borrowed));
  const { dimension } = target.facts;
  if ((dimension === 'share' || dimension === 'probability') && Math.abs(value) > 1) {
    const met = target.text.slice(term.from, term.to);
    const fix = Math.abs(value) >= 2 ? writeInstead(`${met} %`) : undefined;
    const message = `"${met}" has no unit and is more than 1; a share is written "35 %", or 0.35.`;
    return faultAt(target, 'missing-unit', term, message, fix);
  }
  return finite(target, term, value);
}

function missingUnit(target: Target, term: Amount): Outcome<never, QuantityFault> {
  const { facts } = target;
  const met = target.text.slice(term.from, term.to);
  const message = `"${met}" has no unit; expected ${expectation(facts)}${unitsOf(facts)}.`;
  const isWhole = met === target.text.trim();
  const replacement = isWhole ? withObviousUnit(facts, met, Number(term.numeral)) : null;
  return faultAt(
    target,
    'missing-unit',
    term,
    message,
    replacement === null ? undefined : writeInstead(replacement),
  );
}

/** Only where every unit would mean the same (zero), or one unit alone is possible. */
function withObviousUnit(facts: DimensionFacts, met: string, value: number): string | null {
  const [unit] = facts.units;
  if (unit === undefined) return null;
  if (facts.dimension === 'money') return met.startsWith('-') ? `-$${met.slice(1)}` : `$${met}`;
  if (facts.dimension === 'chips' || facts.dimension === 'shares') return `${met} ${unit}`;
  if (value === 0) return unit.startsWith('/') ? `$${met}${unit}` : `${met} ${unit}`;
  return null;
}

function wrongUnit(target: Target, term: Amount, unit: Unit | null): Outcome<never, QuantityFault> {
  const { facts } = target;
  const met = target.text.slice(term.from, term.to);
  const kind = unit === null ? 'a number without a unit' : wordsForParts(unit.parts);
  const code = unit === null && facts.dimension === 'date' ? 'bad-date' : 'wrong-unit';
  const message = `"${met}" is ${kind}; expected ${expectation(facts)}.`;
  const fix = unit === null ? null : obviousRepair(facts, met, unit);
  return faultAt(target, code, term, message, fix === null ? undefined : writeInstead(fix));
}

/** A rate without its "per year", a price without its "per chip-hour": only the tail is missing. */
function obviousRepair(facts: DimensionFacts, met: string, unit: Unit): string | null {
  const tails: Partial<Record<DimensionFacts['dimension'], string>> = {
    'rate-per-year': '/year',
    'money-per-chip-hour': '/chip-hour',
    'money-per-chip': '/chip',
    'money-per-share': '/share',
  };
  const tail = tails[facts.dimension];
  if (tail === undefined) return null;
  const isWhole = unit.exponent === -2 || isSameKind(unit.parts, findUnit('$')?.parts ?? {});
  const completed = tail
    .slice(1)
    .split('-')
    .reduce((made, word) => combineUnits(made, findUnit(word) ?? noUnit, -1), unit);
  return isWhole && isSameKind(completed.parts, facts.fixed.parts) ? met + tail : null;
}

function finite(target: Target, term: Amount, value: number): Outcome<number, QuantityFault> {
  if (Number.isFinite(value)) return ok(value);
  const met = target.text.slice(term.from, term.to);
  return faultAt(target, 'out-of-range', term, `"${met}" is too large a number to compute with.`);
}
