import { measureEntries } from '../measure/catalogue.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * Returns a plan that gives the same figure with less work: without checks and, where the measure at a month depends on the past
 * alone, without the months after it. Outcomes and the scenario's own measures may look ahead, so they keep the horizon.
 */
export function figurePlan(plan: Plan, measure: string, month: number): Plan {
  const kind = measureEntries(plan).get(measure)?.info.kind;
  const looksAhead =
    kind === undefined || kind === 'outcome' || plan.measures.some(({ id }) => measure.startsWith(id));
  const months = looksAhead ? plan.months : Math.min(plan.months, month + 1);
  return { ...plan, checks: [], months };
}
