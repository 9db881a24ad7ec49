import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { MeasureFacts } from '../expression/measure-name.ts';
import { findMeasure } from '../expression/measure-name.ts';
import { measureUnit } from '../expression/measure-unit.ts';
import type { Finding } from '../problem-list.ts';
import { describeDimension, dimensions } from '../quantity/dimensions.ts';
import { parseQuantity } from '../quantity/parse-quantity.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { isSameKind } from '../quantity/unit.ts';
import type { Instrument } from '../scenario.ts';
import type { Written } from '../value.ts';
import { expressionFinding } from './expression-finding.ts';

type WhenMeasure = Extract<
  Extract<Instrument, { kind: 'milestone' }>['value']['when'],
  { kind: 'threshold' }
>['value'];

/** A measure and the value, possibly uncertain, that it must reach. */
export interface Threshold {
  readonly measure: string;
  readonly comparison: 'at-least' | 'at-most';
  readonly written: Written;
  readonly quantity: Quantity;
}

/** Reads a milestone stated as a measure and a value in the measure's unit; null, and a report, where it does not fit. */
export function readThreshold(
  when: WhenMeasure,
  names: ReadonlyMap<string, MeasureFacts>,
  start: YearMonth,
  report: (finding: Finding) => void,
): Threshold | null {
  const least = when['at-least'];
  const most = when['at-most'];
  const written = least ?? most;
  if (written === null || (least !== null && most !== null)) {
    report({
      code: 'one-of',
      path: when.spot.path,
      place: when.spot.keyPlace,
      message: `${when.spot.path} needs one of at-least and at-most, and has ${written === null ? 'neither' : 'both'}.`,
      met: written === null ? 'neither' : 'both',
      expected: 'at-least or at-most',
    });
    return null;
  }
  if (when.measure.name === '') return null;
  const name = { text: when.measure.name, spot: when.measure.spot };
  const found = findMeasure(name.text, { from: 0, to: name.text.length }, names);
  if (!found.ok) {
    report(expressionFinding(found.error, name));
    return null;
  }
  const quantity = readInUnitOf(written, names.get(found.value)?.unit ?? '1', start, report);
  const comparison = least === null ? 'at-most' : 'at-least';
  return quantity && { measure: found.value, comparison, written, quantity };
}

/** Reads a quantity in the unit of a measure; null, and a report, where it is not one. */
export function readInUnitOf(
  written: Written,
  unit: string,
  start: YearMonth,
  report: (finding: Finding) => void,
): Quantity | null {
  const { parts } = measureUnit(unit);
  const dimension =
    dimensions.find((known) => isSameKind(describeDimension(known).fixed.parts, parts)) ?? 'number';
  const parsed = parseQuantity(written.text, dimension, { start });
  if (parsed.ok) return parsed.value;
  report({
    code: parsed.error.code,
    path: written.spot.path,
    place: written.spot.place,
    message: `${written.spot.path}: ${parsed.error.message}`,
    met: parsed.error.met,
    expected: parsed.error.expected,
    fix: undefined,
  });
  return null;
}
