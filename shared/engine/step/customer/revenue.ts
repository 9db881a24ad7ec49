import { unreachable } from '../../../base/assert.ts';
import type { Block, Lanes } from '../../block/block.ts';
import { pathReader } from '../../lanes/path-reader.ts';
import { divideBy } from '../../loops/money.ts';
import type { RevenuePlan } from '../../plan/customer.ts';
import type { Plan } from '../../plan/plan.ts';

/** Computes the customer's revenue of a month, USD: a twelfth of the annualised revenue in the middle of the month. */
export function revenue(block: Block, plan: Plan): Lanes {
  const plannedRevenue = plan.customer.revenue;
  if (plannedRevenue === null) return block.cell();
  switch (plannedRevenue.kind) {
    case 'points': {
      const income = block.cell();
      const read = pathReader(block, plannedRevenue.perYear, income);
      const share = block.loop(divideBy, income);
      block.onMonth((m) => {
        read(m + 0.5);
        share(12);
      });
      return income;
    }
    case 'growth':
      return fadingGrowth(block, plannedRevenue);
    default:
      return unreachable(plannedRevenue);
  }
}

/**
 * Grows revenue at a rate that fades.
 *
 * Formula: log growth `g(t) = ln(1+g_f) + (ln(1+g_0) − ln(1+g_f)) · 2^{−t/half}` per year, annualised revenue
 * `R_0 · exp(∫_0^t g du / 12)` in closed form, at `t = m + 0.5`; no half-life means the final rate from the start.
 */
function fadingGrowth(block: Block, plan: Extract<RevenuePlan, { kind: 'growth' }>): Lanes {
  const { lanes } = block;
  const atStart = block.input(plan.perYearAtStart);
  const growth = block.input(plan.growth);
  const finalGrowth = block.input(plan.finalGrowth);
  const halfLife = block.input(plan.halfLifeMonths);
  const final = block.cell();
  const excess = block.cell();
  const income = block.cell();
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) {
      final[l] = logGrowth(finalGrowth[l]);
      excess[l] = halfLife[l] > 0 ? (logGrowth(growth[l]) - final[l]) * (halfLife[l] / Math.LN2) : 0;
    }
  });
  block.onMonth((m) => {
    const t = m + 0.5;
    for (let l = 0; l < lanes; l += 1) {
      const faded = halfLife[l] > 0 ? -Math.expm1((-t * Math.LN2) / halfLife[l]) : 0;
      income[l] = (atStart[l] * Math.exp((final[l] * t + excess[l] * faded) / 12)) / 12;
    }
  });
  return income;
}

function logGrowth(rate: number): number {
  return Math.log1p(Math.max(rate, -0.999999));
}
