import type { CommitmentPlan, RampPlan } from '#shared/engine/plan/deal.ts';
import type { Slot } from '#shared/engine/plan/input.ts';
import type { Commitment } from '../scenario.ts';
import type { Slots } from './slots.ts';

/** Turns a commitment into the plan's form; it begins when the deal is signed unless it says otherwise. */
export function compileCommitment(slots: Slots, commitment: Commitment, signed: Slot): CommitmentPlan {
  return {
    amount: slots.of(commitment.amount),
    begins: commitment.begins ? slots.of(commitment.begins) : signed,
    termMonths: slots.of(commitment.term),
    ramp: compileRamp(slots, commitment.ramp),
    takeOrPay: slots.of(commitment['take-or-pay']),
    settle: commitment.settle,
    ...carryForward(slots, commitment),
    makeUpMonths: slots.of(commitment['make-up']),
  };
}

function compileRamp(slots: Slots, ramp: Commitment['ramp']): RampPlan {
  switch (ramp.kind) {
    case 'linear':
      return { kind: 'linear' };
    case 's-curve':
      return {
        kind: 's-curve',
        midpoint: slots.of(ramp.value.midpoint),
        steepness: slots.of(ramp.value.steepness),
      };
    case 'annual':
      return { kind: 'annual', shares: ramp.value.map(slots.of) };
    case 'growth':
      return { kind: 'growth', perYear: slots.of(ramp.value) };
    case 'points':
      return { kind: 'points', path: slots.path(ramp.value) };
  }
}

function carryForward(
  slots: Slots,
  commitment: Commitment,
): Pick<CommitmentPlan, 'carryForwardLimit' | 'carryForwardMonths'> {
  const carry = commitment['carry-forward'];
  const path = `${commitment.spot.path}.carry-forward`;
  if (carry?.kind === 'limited') {
    return { carryForwardLimit: slots.of(carry.value.limit), carryForwardMonths: slots.of(carry.value.for) };
  }
  return {
    carryForwardLimit: slots.constant(`${path}.limit`, 'share', 1),
    carryForwardMonths: slots.orElse(carry?.value ?? null, path, 'duration', 0),
  };
}
