import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { checkExpression } from '../expression/check-expression.ts';
import type { Expression } from '../expression/expression.ts';
import type { MeasureFacts } from '../expression/measure-name.ts';
import { measureUnit } from '../expression/measure-unit.ts';
import { onlyMoment } from '../expression/measures-in.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import type { Finding } from '../problem-list.ts';
import { spellParts, wordsForParts } from '../quantity/dimensions.ts';
import { monthsSince } from '../quantity/parse-date.ts';
import { parseUnit } from '../quantity/parse-unit.ts';
import type { Unit } from '../quantity/unit.ts';
import { isSameKind } from '../quantity/unit.ts';
import type { Scenario } from '../scenario.ts';
import { recent } from '../text/recent.ts';
import type { Written } from '../value.ts';
import { expressionFinding } from './expression-finding.ts';
import { measureNames } from './measure-names.ts';
import type { Threshold } from './threshold.ts';
import { readThreshold } from './threshold.ts';

/** A formula of the user's that has been read and fits the model. */
export interface ReadMeasure {
  readonly id: string;
  readonly label: string;
  /** The unit as shown, and as computed with. */
  readonly unit: string;
  readonly wanted: Unit;
  readonly formula: Written;
  readonly expression: Expression;
}

export interface ReadCheck {
  readonly key: string;
  readonly written: Written;
  readonly expression: Expression;
  /** Month at which it must hold; null where it must hold in every month. */
  readonly month: number | null;
}

export type ReadMilestone =
  | { readonly kind: 'formula'; readonly written: Written; readonly expression: Expression }
  | { readonly kind: 'threshold'; readonly threshold: Threshold };

/** Every formula of a scenario, read; those with faults are left out after they have been reported. */
export interface FormulaBook {
  /** Measures of the model and of the scenario, with their units. */
  readonly names: ReadonlyMap<string, MeasureFacts>;
  readonly measures: readonly ReadMeasure[];
  readonly checks: readonly ReadCheck[];
  /** By the path of the instrument. */
  readonly milestones: ReadonlyMap<string, ReadMilestone>;
}

/** What was read of a scenario, for whoever asks next: first its checks, then whoever computes it. */
const booksBefore = new WeakMap<
  Scenario,
  { readonly book: FormulaBook; readonly findings: readonly Finding[] }
>();

/** Reads all formulas, once for each scenario; measures of the scenario may build on those listed before them. */
export function readFormulas(scenario: Scenario, report: (finding: Finding) => void): FormulaBook {
  let known = booksBefore.get(scenario);
  if (known === undefined) {
    const findings: Finding[] = [];
    known = { book: readAnew(scenario, (finding) => findings.push(finding)), findings };
    booksBefore.set(scenario, known);
  }
  for (const finding of known.findings) report(finding);
  return known.book;
}

function readAnew(scenario: Scenario, report: (finding: Finding) => void): FormulaBook {
  const names = measureNames(scenario);
  const measures: ReadMeasure[] = [];
  for (const item of scenario.measures) {
    const measure = readMeasure(item, names, report);
    if (measure === null) continue;
    measures.push(measure);
    names.set(measure.id, { unit: measure.unit });
  }
  const { distribution } = scenario.horizon;
  const months = distribution.kind === 'constant' ? Math.round(distribution.value) : Number.NaN;
  const checks = scenario.checks.flatMap(({ key, value }) => {
    const expression = readCondition(value, names, report);
    return expression === null
      ? []
      : [{ key, written: value, expression, month: monthOf(expression, scenario.start, months) }];
  });
  const milestones = new Map<string, ReadMilestone>();
  for (const deal of scenario.deals) {
    for (const { spot, value } of deal.value.capital) {
      if (value.kind !== 'milestone') continue;
      const { when } = value.value;
      if (when.kind === 'threshold') {
        const threshold = readThreshold(when.value, names, scenario.start, report);
        if (threshold !== null) milestones.set(spot.path, { kind: 'threshold', threshold });
        continue;
      }
      const expression = readCondition(when.value, names, report);
      if (expression === null) continue;
      milestones.set(spot.path, { kind: 'formula', written: when.value, expression });
    }
  }
  return { names, measures, checks, milestones };
}

/** The last month, or the month of the date, where a check looks at one moment only. */
function monthOf(expression: Expression, start: YearMonth, months: number): number | null {
  const moment = onlyMoment(expression);
  if (moment === null) return null;
  return moment.kind === 'end' ? months - 1 : Math.floor(monthsSince(start, moment.date));
}

/** Formulas stay the same from one key to the next, all but the one that is being written. */
const expressionsBefore = recent<ReturnType<typeof parseExpression>>(256);

function expressionOf(text: string): ReturnType<typeof parseExpression> {
  return expressionsBefore.get('', text, () => parseExpression(text));
}

function readCondition(
  written: Written,
  names: ReadonlyMap<string, MeasureFacts>,
  report: (finding: Finding) => void,
): Expression | null {
  if (written.text === '') return null;
  const parsed = expressionOf(written.text);
  const checked = parsed.ok ? checkExpression(parsed.value, { measures: names }) : parsed;
  if (!checked.ok || !parsed.ok) {
    if (!checked.ok) report(expressionFinding(checked.error, written));
    return null;
  }
  if (checked.value.kind === 'condition') return parsed.value;
  report({
    code: 'not-a-condition',
    path: written.spot.path,
    place: written.spot.place,
    message: `${written.spot.path} gives a number, but a condition is expected. Compare it with something, as in capacity.online >= 1 GW.`,
    met: written.text,
    expected: 'a condition such as capacity.online >= 1 GW',
  });
  return null;
}

function readMeasure(
  { key, spot, value }: Scenario['measures'][number],
  names: ReadonlyMap<string, MeasureFacts>,
  report: (finding: Finding) => void,
): ReadMeasure | null {
  const formula = value.kind === 'formula' ? value.value : value.value.formula;
  if (names.has(key)) {
    report({
      code: 'reserved-name',
      path: spot.path,
      place: spot.keyPlace,
      message: `The model has a measure "${key}" already. Choose another name, such as "own-${key}".`,
      met: key,
      expected: 'a name no measure has',
      fix: { title: `Change to "own-${key}"`, replacement: `own-${key}` },
    });
    return null;
  }
  if (formula.text === '') return null;
  const parsed = expressionOf(formula.text);
  const checked = parsed.ok ? checkExpression(parsed.value, { measures: names }) : parsed;
  if (!checked.ok || !parsed.ok) {
    if (!checked.ok) report(expressionFinding(checked.error, formula));
    return null;
  }
  const stated = value.kind === 'detailed' ? value.value.unit : null;
  const own = checked.value.kind === 'number' ? spellParts(checked.value.unit.parts) : '1';
  const wanted = measureUnit(stated ?? own);
  if (checked.value.kind === 'number' && !isSameKind(wanted.parts, checked.value.unit.parts)) {
    const met = stated ?? own;
    report({
      code: 'wrong-unit',
      path: `${spot.path}.unit`,
      place: spot.place,
      message: `${spot.path}: the formula gives ${wordsForParts(checked.value.unit.parts)} (${own}), but its unit is stated as "${met}".${parseUnit(met) === null ? ' That is no unit.' : ''} Write unit: ${own}, or change the formula.`,
      met,
      expected: own,
    });
    return null;
  }
  const label = (value.kind === 'detailed' ? value.value.label : null) ?? key;
  return { id: key, label, unit: stated ?? own, wanted, formula, expression: parsed.value };
}
