import { presentValue } from './discounting.ts';
import { surplusFlows } from './outcomes.ts';
import type { WorkMonth } from './records.ts';
import { projectWork } from './work-month.ts';
import { numberIn, type Twist, type World } from './world.ts';

/** Model section 8: what every option is worth, and what waiting costs, by running the same draw again without it. */
export function optionValues(world: World, months: readonly WorkMonth[]): Map<string, number> {
  const values = new Map<string, number>();
  const add = (id: string, value: number) => values.set(id, (values.get(id) ?? 0) + value);
  const asStated = surplusValue(world, months);
  for (const deal of world.plan.deals) {
    for (const option of deal.options) {
      const twisted = (kind: Twist['kind']) => {
        const other: World = { ...world, twist: { kind, deal: deal.key, option: option.key } };
        return surplusValue(other, projectWork(other));
      };
      const value = asStated - twisted('without-option');
      const waitingCost = twisted('exercise-at-once') - asStated;
      for (const prefix of [`${deal.key}.`, '']) {
        add(`${prefix}options.${option.key}.value`, value);
        add(`${prefix}options.${option.key}.waiting-cost`, waitingCost);
      }
    }
  }
  return values;
}

function surplusValue(world: World, months: readonly WorkMonth[]): number {
  return presentValue(numberIn(world, world.plan.customer.discountRate), surplusFlows(months));
}
