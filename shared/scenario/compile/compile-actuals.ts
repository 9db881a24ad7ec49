import type { Distribution } from '#shared/engine/plan/distribution.ts';
import type { FormulaBook } from '../formula/formula-book.ts';
import { readInUnitOf } from '../formula/threshold.ts';
import type { Scenario } from '../scenario.ts';

/** What was really seen of a measure in a month, in the measure's unit; a spread states how well it was measured. */
export interface Observation {
  readonly measure: string;
  /** Month since the start, a whole number. */
  readonly month: number;
  readonly value: Distribution;
  /** The words as written. */
  readonly text: string;
}

/** Lists the observations of a scenario; those that could not be read have been reported before and are left out. */
export function compileActuals(scenario: Scenario, book: FormulaBook): readonly Observation[] {
  return scenario.actuals.flatMap(({ key, value }) => {
    const unit = book.names.get(key)?.unit;
    if (unit === undefined) return [];
    return value.flatMap(({ at, value: written }) => {
      const quantity = readInUnitOf(written, unit, scenario.start, () => undefined);
      if (quantity === null || at.distribution.kind !== 'constant') return [];
      const month = Math.floor(at.distribution.value);
      return [{ measure: key, month, value: quantity.distribution, text: written.text }];
    });
  });
}
