import type { DealPlan, PhasePlan } from '#shared/engine/plan/deal.ts';
import { at, sum, sumOf } from './at.ts';
import { bassRamp, linearRamp, smoothStep } from './curves.ts';
import type { OptionMonth } from './option-month.ts';
import { isTrue, numberIn, type World } from './world.ts';

/** Power of one deal in one month, MW of the stated basis unless named otherwise. */
export interface CapacityMonth {
  readonly contracted: number;
  readonly energised: number;
  /** What each phase has online, before any ceiling. */
  readonly phases: readonly number[];
  readonly unclipped: number;
  readonly online: number;
  readonly clipped: number;
  readonly used: number;
  readonly onlineIt: number;
  /** At the end of the month before: at the opening, what the phases had by then. */
  readonly onlineBefore: number;
  readonly onlineItBefore: number;
  readonly energyMwh: number;
  readonly gigawattYears: number;
  /** Power each option has brought online so far, before any ceiling. */
  readonly optionPower: readonly number[];
  /** IT power that came online this month: by each option as its own generation, and all the rest. */
  readonly newItByOption: readonly number[];
  readonly newItByMix: number;
}

/** Model section 2, with the power of exercised options. */
export function capacityMonth(
  world: World,
  deal: DealPlan,
  month: number,
  hours: number,
  options: readonly OptionMonth[],
  previous: CapacityMonth | undefined,
): CapacityMonth {
  const plan = deal.capacity;
  const pue = numberIn(world, plan.pue);
  const itShare = isTrue(world, plan.isFacilityBasis) ? 1 / pue : 1;
  const isSigned = month + 1 > numberIn(world, deal.signed);
  const promised = sumOf(plan.phases, (phase) => numberIn(world, phase.powerMw));
  const promisedByOptions = options.map((option) => option.contracted);
  const energised = sumOf(plan.phases, (phase) => energisedPower(world, deal, phase, month));
  const phases = plan.phases.map((phase) => onlinePower(world, deal, phase, month));
  const optionPower = options.map((option) => option.power);

  const online = underCeiling(world, deal, sum(phases), optionPower);
  const onlineBefore = previous?.online ?? openingOnline(world, deal);
  const unclipped = sum(phases) + sum(optionPower);
  const onlineIt = online * itShare;
  const onlineItBefore = onlineBefore * itShare;
  const averageIt = (onlineItBefore + onlineIt) / 2;

  let growthIt = Math.max(0, onlineIt - onlineItBefore);
  const newItByOption = optionPower.map((power, i) => {
    const own = Math.min((power - (previous?.optionPower[i] ?? 0)) * itShare, growthIt);
    growthIt -= own;
    return own;
  });

  return {
    contracted: isSigned ? underCeiling(world, deal, promised, promisedByOptions) : 0,
    energised: underCeiling(
      world,
      deal,
      energised,
      options.map((option) => option.energised),
    ),
    phases,
    unclipped,
    online,
    clipped: unclipped - online,
    used: online * numberIn(world, plan.usage),
    onlineIt,
    onlineBefore,
    onlineItBefore,
    energyMwh: averageIt * pue * numberIn(world, plan.averageDraw) * hours,
    gigawattYears: (onlineBefore + online) / 2 / 1000 / 12,
    optionPower,
    newItByOption,
    newItByMix: growthIt,
  };
}

/** The ceiling limits phases and the options inside it; the power of other options comes on top. */
function underCeiling(world: World, deal: DealPlan, phases: number, byOption: readonly number[]): number {
  const { ceilingMw } = deal.capacity;
  const ceiling = ceilingMw === null ? Number.POSITIVE_INFINITY : numberIn(world, ceilingMw);
  const inside = sumOf(byOption, (power, i) => (at(deal.options, i).isWithinCeiling ? power : 0));
  const outside = sumOf(byOption, (power, i) => (at(deal.options, i).isWithinCeiling ? 0 : power));
  return Math.min(ceiling, phases + inside) + outside;
}

/** What the phases already had online just before month 0. */
function openingOnline(world: World, deal: DealPlan): number {
  const phases = sumOf(deal.capacity.phases, (phase) => onlinePower(world, deal, phase, -1));
  return underCeiling(world, deal, phases, []);
}

/** Time from a phase's energisation, with its own and the shared slip, to the end of a month. */
function elapsedSince(world: World, deal: DealPlan, phase: PhasePlan, month: number): number {
  const slip = numberIn(world, phase.slipMonths) + numberIn(world, deal.capacity.slipMonths);
  return month + 1 - (numberIn(world, phase.energise) + slip);
}

function energisedPower(world: World, deal: DealPlan, phase: PhasePlan, month: number): number {
  if (isTrue(world, phase.isCancelled)) return 0;
  return elapsedSince(world, deal, phase, month) > 0 ? numberIn(world, phase.powerMw) : 0;
}

function onlinePower(world: World, deal: DealPlan, phase: PhasePlan, month: number): number {
  if (isTrue(world, phase.isCancelled)) return 0;
  const elapsed = elapsedSince(world, deal, phase, month);
  return numberIn(world, phase.powerMw) * rampFraction(world, phase, elapsed);
}

function rampFraction(world: World, phase: PhasePlan, elapsed: number): number {
  const duration = numberIn(world, phase.rampMonths);
  if (phase.shape === 'step') return linearRamp(elapsed, 0);
  const x = linearRamp(elapsed, duration);
  switch (phase.shape) {
    case 'linear':
      return x;
    case 's-curve':
      return smoothStep(x);
    case 'bass':
      return bassRamp(x, numberIn(world, phase.bassP), numberIn(world, phase.bassQ));
  }
}
