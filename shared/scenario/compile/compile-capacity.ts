import type { CapacityPlan, PhasePlan } from '#shared/engine/plan/deal.ts';
import type { Slot } from '#shared/engine/plan/input.ts';
import type { Capacity, Phase } from '../scenario.ts';
import type { Keyed } from '../value.ts';
import type { Slots } from './slots.ts';

/** Turns the capacity of a deal into the plan's form. */
export function compileCapacity(slots: Slots, capacity: Capacity): CapacityPlan {
  return {
    ceilingMw: capacity.ceiling ? slots.of(capacity.ceiling) : null,
    isFacilityBasis: facilityBasis(slots, capacity),
    pue: slots.of(capacity.pue),
    averageDraw: slots.of(capacity['average-draw']),
    slipMonths: slots.of(capacity.slip),
    usage: slots.of(capacity.usage),
    phases: capacity.phases.map((phase) => compilePhase(slots, phase)),
  };
}

function facilityBasis(slots: Slots, { basis, spot }: Capacity): Slot {
  if (basis.kind === 'facility-chance') return slots.of(basis.value.facility);
  return slots.constant(`${spot.path}.basis`, 'number', basis.kind === 'facility' ? 1 : 0);
}

function compilePhase(slots: Slots, { key, value }: Keyed<Phase>): PhasePlan {
  return {
    key,
    powerMw: slots.of(value.power),
    energise: slots.of(value.energise),
    slipMonths: slots.of(value.slip),
    rampMonths: slots.of(value.ramp),
    // A ramp of no length is a step whatever its shape, so linear serves both where nothing is said.
    shape: value.shape ?? 'linear',
    bassP: slots.of(value.bass.p),
    bassQ: slots.of(value.bass.q),
    isCancelled: slots.of(value.cancelled),
  };
}
