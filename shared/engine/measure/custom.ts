import type { Block, MeasureSource, MeasureStage } from '../block/block.ts';
import { createEvaluator } from '../formula/evaluator.ts';
import { closingOperand, runningOperand } from '../formula/operand.ts';
import type { Formula } from '../plan/condition.ts';
import type { CustomMeasure } from '../plan/plan.ts';
import type { MeasureKind } from '../projection.ts';
import { type MeasureEntry, withTwin } from './entry.ts';

/** Looks a measure up by id among those already listed. */
type Lookup = (id: string) => MeasureEntry | undefined;

/**
 * Lists a measure that the scenario defines, and its running sum if it is a flow.
 *
 * It is evaluated month by month, unless it reads a fixed month or an outcome: then after the last.
 */
export function customEntries(measure: CustomMeasure, lookup: Lookup): readonly MeasureEntry[] {
  const { formula, id, unit } = measure;
  const kind = kindOf(formula, lookup);
  const stage: MeasureStage = needsTheEnd(formula, lookup) ? 'at-end' : 'after-capital';
  const meaning = 'Defined in the scenario.';
  const base = { id, label: id, unit, kind, meaning, formula: 'as stated in the scenario' };
  const [of, by] = formula.steps;
  const info =
    kind === 'ratio' && of?.op === 'measure' && by?.op === 'measure'
      ? { ...base, quotient: { of: of.id, by: by.id } }
      : base;
  const find = stage === 'at-end' ? closingSource : runningSource;
  return withTwin({ info, stage, find: (block) => find(block, formula) });
}

/** Says whether a formula can only be evaluated after the last month. */
export function needsTheEnd(formula: Formula, lookup: Lookup): boolean {
  return formula.steps.some(
    (step) => step.op === 'measure-at' || (step.op === 'measure' && lookup(step.id)?.stage === 'at-end'),
  );
}

function runningSource(block: Block, formula: Formula): MeasureSource {
  const { result, evaluate } = createEvaluator(block, formula, (step) => runningOperand(block, step));
  block.onMonth(evaluate);
  return { kind: 'cell', lanes: result };
}

function closingSource(block: Block, formula: Formula): MeasureSource {
  const { lanes, months } = block;
  const { result, evaluate } = createEvaluator(block, formula, (step) => closingOperand(block, step));
  const series = block.series();
  block.onEnd(() => {
    for (let m = 0; m < months; m += 1) {
      evaluate(m);
      series.set(result, m * lanes);
    }
  });
  return { kind: 'series', series };
}

/** A quotient of two measures rolls up as one; a sum of flows is a flow; all else stands at the end of the month. */
function kindOf({ steps }: Formula, lookup: Lookup): MeasureKind {
  const isPlain = (step: (typeof steps)[number] | undefined): boolean =>
    step?.op === 'measure' && (step.lag ?? 0) === 0;
  if (steps.length === 3 && isPlain(steps[0]) && isPlain(steps[1]) && steps[2]?.op === 'divide')
    return 'ratio';
  const isFlow = steps.every((step) => {
    if (step.op === 'measure') return lookup(step.id)?.info.kind === 'flow';
    return step.op === 'add' || step.op === 'subtract' || step.op === 'negate';
  });
  return isFlow ? 'flow' : 'stock';
}
