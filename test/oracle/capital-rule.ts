import type { InstrumentPlan } from '#shared/engine/plan/capital.ts';
import type { CapitalView } from './capital-view.ts';
import { facilityMonth } from './facility-rule.ts';
import { type InstrumentMonth, untouched } from './instrument-month.ts';
import { milestoneMonth } from './milestone-rule.ts';
import { warrantMonth } from './warrant-rule.ts';
import { numberIn, type World } from './world.ts';

/** Model section 6: what one instrument does in one month, before facilities are drawn. */
export function instrumentMonth(
  world: World,
  plan: InstrumentPlan,
  view: CapitalView,
  previous: InstrumentMonth | undefined,
): InstrumentMonth {
  const before = previous ?? untouched(plan);
  switch (plan.kind) {
    case 'paid-in':
      return { ...before, paidBeforeStart: numberIn(world, plan.amount) };
    case 'dated': {
      const due = Math.floor(numberIn(world, plan.on));
      const amount = numberIn(world, plan.amount);
      const isEarlier = due < 0;
      return {
        ...before,
        paidBeforeStart: isEarlier ? amount : 0,
        mostToCome: isEarlier ? 0 : amount,
        paid: due === view.month ? amount : 0,
      };
    }
    case 'milestone':
      return milestoneMonth(world, plan, view, before);
    case 'facility':
      return facilityMonth(world, plan, view, before);
    case 'warrant':
      return warrantMonth(world, plan, view, before);
  }
}
