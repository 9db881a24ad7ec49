import type { DealPlan } from '#shared/engine/plan/deal.ts';
import type { GenerationPlan } from '#shared/engine/plan/generation.ts';
import { at, sumOf } from './at.ts';
import { effectivePerChip, generationsOfMix, inferencePerChip, trainingPerChip } from './chip.ts';
import type { FleetMonth } from './fleet-rule.ts';
import type { GenerationPrice } from './price-rule.ts';
import { numberIn, type World } from './world.ts';

/** Dense 8-bit peak of one H100, FLOP/s. */
const H100_PEAK = 1.979e15;

/** What one deal's fleet computes: FLOP/s at the end of the month, and the work of the whole month. */
export interface ComputeMonth {
  readonly peak: number;
  readonly effective: number;
  readonly training: number;
  readonly inference: number;
  readonly h100e: number;
  readonly chipHours: number;
  /** FLOP really done. */
  readonly work: number;
  /** USD the work would cost at the cheapest price anybody could pay for it. */
  readonly marketValue: number;
}

/** Model section 3, the figures in FLOP/s, and what the work is worth. */
export function computeMonth(
  world: World,
  deal: DealPlan,
  month: number,
  hours: number,
  fleet: FleetMonth,
  prices: readonly GenerationPrice[],
): ComputeMonth {
  const { generations } = world.plan;
  const total = (chips: readonly number[], perChip: (chip: GenerationPlan) => number) =>
    sumOf(generations, (chip, g) => at(chips, g) * perChip(chip));
  const effective = total(fleet.chips, (chip) => effectivePerChip(world, deal, chip));
  const effectiveBefore = total(fleet.chipsBefore, (chip) => effectivePerChip(world, deal, chip));
  const averageEffective = (effectiveBefore + effective) / 2;
  return {
    peak: total(fleet.chips, (chip) => numberIn(world, chip.peak)),
    effective,
    training: total(fleet.chips, (chip) => trainingPerChip(world, deal, chip)),
    inference: total(fleet.chips, (chip) => inferencePerChip(world, deal, chip)),
    h100e: total(fleet.chips, (chip) => numberIn(world, chip.peak8bit)) / H100_PEAK,
    chipHours: ((total(fleet.chipsBefore, () => 1) + total(fleet.chips, () => 1)) / 2) * hours,
    work: averageEffective * hours * 3600,
    marketValue: averageEffective * hours * cheapestFlop(world, deal, month, prices),
  };
}

/** USD per effective FLOP/s and hour of the cheapest generation any deal can have by now; 0 where there is none. */
function cheapestFlop(
  world: World,
  deal: DealPlan,
  month: number,
  prices: readonly GenerationPrice[],
): number {
  const { generations, deals } = world.plan;
  const costs = deals
    .flatMap((other) => generationsOfMix(other.mix))
    .filter((g) => month >= numberIn(world, at(generations, g).available))
    .map((g) => ({ price: at(prices, g).net, effective: effectivePerChip(world, deal, at(generations, g)) }))
    .filter(({ effective }) => effective > 0)
    .map(({ price, effective }) => price / effective);
  return costs.length === 0 ? 0 : Math.min(...costs);
}
