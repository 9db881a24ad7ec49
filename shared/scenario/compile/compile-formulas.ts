import type { Condition, Formula } from '#shared/engine/plan/condition.ts';
import type { CheckPlan, CustomMeasure } from '#shared/engine/plan/plan.ts';
import type { Expression } from '../expression/expression.ts';
import { toFormula } from '../expression/to-formula.ts';
import type { FormulaBook } from '../formula/formula-book.ts';
import type { Threshold } from '../formula/threshold.ts';
import { describeDimension } from '../quantity/dimensions.ts';
import type { Unit } from '../quantity/unit.ts';
import { sizeOf } from '../quantity/unit.ts';
import type { Scenario } from '../scenario.ts';
import { noProvenance } from '../value.ts';
import type { Slots } from './slots.ts';

/** Turns the formulas of a scenario into steps for the engine. */
export interface FormulaCompiler {
  readonly measures: () => readonly CustomMeasure[];
  readonly checks: () => readonly CheckPlan[];
  /** The condition of the milestone at a path; one that never holds where it could not be read. */
  readonly milestone: (path: string) => Condition;
}

/** Makes the compiler of a scenario's formulas; numbers in them become slots. */
export function formulaCompiler(slots: Slots, scenario: Scenario, book: FormulaBook): FormulaCompiler {
  const compile = (path: string, expression: Expression, unit?: Unit): Formula => {
    let count = 0;
    return toFormula(expression, {
      measures: book.names,
      start: scenario.start,
      makeSlot: ({ value }) => {
        count += 1;
        return slots.constant(`${path}.constant-${count}`, 'number', value);
      },
      ...(unit === undefined ? {} : { unit }),
    });
  };
  return {
    measures: () =>
      book.measures.map(({ id, unit, wanted, formula, expression }) => ({
        id,
        unit,
        formula: compile(formula.spot.path, expression, wanted),
      })),
    checks: () =>
      book.checks.map(({ key, written, expression, month }) => ({
        key,
        holds: compile(written.spot.path, expression),
        when: month === null ? { kind: 'always' } : { kind: 'at', month },
      })),
    milestone: (path) => {
      const found = book.milestones.get(path);
      if (found === undefined)
        return { steps: [{ op: 'input', slot: slots.constant(`${path}.when`, 'number', 0) }] };
      return found.kind === 'formula'
        ? compile(found.written.spot.path, found.expression)
        : thresholdFormula(found.threshold, slots, compile);
    },
  };
}

function thresholdFormula(
  { measure, comparison, written, quantity }: Threshold,
  slots: Slots,
  compile: (path: string, expression: Expression) => Formula,
): Formula {
  const { path, place } = written.spot;
  const name = compile(path, { kind: 'name', name: measure, from: 0, to: 0 });
  const slot = slots.of({
    ...quantity,
    path,
    place,
    provenance: noProvenance,
    isDecision: false,
    origin: 'written',
    reference: null,
    range: null,
  });
  // Formulas compute in basic units; the quantity's slot is in the fixed unit of its dimension.
  const size = sizeOf(describeDimension(quantity.dimension).fixed);
  const scaled: Formula['steps'] =
    size === 1
      ? [{ op: 'input', slot }]
      : [
          { op: 'input', slot },
          { op: 'input', slot: slots.constant(`${path}.size`, 'number', size) },
          { op: 'multiply' },
        ];
  return { steps: [...name.steps, ...scaled, { op: comparison }] };
}
