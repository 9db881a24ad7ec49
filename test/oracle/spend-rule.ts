import type { DealPlan } from '#shared/engine/plan/deal.ts';
import { at, sumOf } from './at.ts';
import type { FleetMonth } from './fleet-rule.ts';
import { numberIn, type World } from './world.ts';

/** What one deal consumes in one month, USD. */
export interface SpendMonth {
  readonly consumption: number;
  /** The part that counts towards the commitment. */
  readonly eligible: number;
}

/** Model section 4: average chips times hours times price, and other services on top. */
export function spendMonth(
  world: World,
  deal: DealPlan,
  hours: number,
  fleet: FleetMonth,
  prices: readonly number[],
): SpendMonth {
  const { isReserved, services, eligible } = deal.consumption;
  const billedFraction = isReserved ? 1 : numberIn(world, deal.capacity.usage);
  const accelerators = sumOf(prices, (price, g) => {
    const averageChips = (at(fleet.chipsBefore, g) + at(fleet.chips, g)) / 2;
    return averageChips * hours * billedFraction * price;
  });
  const others = sumOf(services, ({ share }) => numberIn(world, share) * accelerators);
  const othersEligible = sumOf(
    services,
    (service) => numberIn(world, service.share) * numberIn(world, service.eligible) * accelerators,
  );
  return {
    consumption: accelerators + others,
    eligible: numberIn(world, eligible) * accelerators + othersEligible,
  };
}
