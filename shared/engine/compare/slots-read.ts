import { createPass } from '../block/create-pass.ts';
import { finderOf, measureEntries } from '../measure/catalogue.ts';
import type { Slot } from '../plan/input.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * Returns the slots that a measure of a plan can depend on: those that the rules behind it ask for when they are set up. An input
 * outside of them cannot move the measure, whatever its value.
 */
export function slotsRead(plan: Plan, measure: string): ReadonlySet<Slot> {
  const asked = new Set<Slot>();
  const plain = new Float64Array(plan.inputs.length);
  // Rules reach their inputs through views of this array alone, so the views tell which.
  const values = Object.assign(new Float64Array(plain.buffer), {
    subarray: (begin = 0, end = plain.length) => {
      for (let slot = begin; slot < end; slot++) asked.add(slot);
      return plain.subarray(begin, end);
    },
  });
  const pass = createPass({ plan, lanes: 1, values, finder: finderOf(measureEntries(plan)) });
  pass.history(measure);
  pass.close();
  return asked;
}
