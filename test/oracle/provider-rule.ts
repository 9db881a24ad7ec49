import type { DealPlan } from '#shared/engine/plan/deal.ts';
import { sum } from './at.ts';
import type { BillMonth } from './bill-rule.ts';
import type { CapacityMonth } from './capacity-rule.ts';
import type { CommitmentMonth } from './commitment-rule.ts';
import type { InstrumentMonth } from './instrument-month.ts';
import { numberIn, pathAt, type World } from './world.ts';

/** The provider's side of one deal in one month, USD. */
export interface ProviderMonth {
  readonly capitalPaid: number;
  readonly capex: number;
  readonly runningCosts: number;
  readonly cash: number;
  readonly stakeValue: number;
  /** The provider's revenue from everybody, per year; NaN where unknown. */
  readonly revenuePerYear: number;
}

/** Model section 6: minus capital, minus capital expenditure, plus the margin on what is billed. */
export function providerMonth(
  world: World,
  deal: DealPlan,
  month: number,
  capacity: CapacityMonth,
  commitment: CommitmentMonth,
  instruments: readonly InstrumentMonth[],
  bill: BillMonth,
): ProviderMonth {
  const { economics } = deal;
  const { billed } = commitment;
  const margin = numberIn(world, economics.margin);
  const capitalPaid = sum(
    instruments
      .filter(({ plan }) => plan.from === deal.provider && plan.form === 'cash')
      .map(({ paid }) => paid),
  );
  const growthIt = capacity.onlineIt - capacity.onlineItBefore;
  const capex = numberIn(world, economics.capexPerItMw) * growthIt;
  const { stake, providerRevenuePerYear } = economics;
  return {
    capitalPaid,
    capex,
    runningCosts: (1 - margin) * billed,
    cash: margin * billed - bill.creditsUsed - capitalPaid - capex,
    stakeValue: stake === null ? 0 : numberIn(world, stake.share) * pathAt(world, stake.valuation, month),
    revenuePerYear:
      providerRevenuePerYear === null ? Number.NaN : pathAt(world, providerRevenuePerYear, month),
  };
}
