import type { DealPlan } from '#shared/engine/plan/deal.ts';
import type { Draft } from './draft.ts';

/**
 * Turns a made-up deal into one whose consumption comes near to what is committed, now below and now above it: only so
 * do shortfalls, credit for them and over-consumption carried forward meet in one run.
 */
export function steady(draft: Draft, deal: DealPlan): DealPlan {
  const { dice, between, oneOf, date } = draft;
  const phase = (key: string, energise: number) => ({
    key,
    powerMw: between(40, 160, 0.25),
    energise,
    slipMonths: oneOf([0]),
    rampMonths: between(0, 12, 0.5),
    shape: 'linear' as const,
    bassP: oneOf([1]),
    bassQ: oneOf([1]),
    isCancelled: oneOf([0]),
  });
  return {
    ...deal,
    capacity: {
      ...deal.capacity,
      ceilingMw: null,
      slipMonths: oneOf([0]),
      phases: [
        phase('phase-1', date(-14, -1)),
        phase('phase-2', date(8, 24)),
        phase('phase-3', date(20, 40)),
      ],
    },
    mix: { kind: 'choice', generations: [0], sensitivity: oneOf([1]) },
    commitment: {
      amount: between(6e9, 1.8e10),
      begins: dice.pick([() => oneOf([0, 2]), () => date(-20, 4)])(),
      termMonths: dice.pick([() => oneOf([36, 48, 60]), () => between(30, 60, 0.5)])(),
      ramp: dice.pick<() => NonNullable<DealPlan['commitment']>['ramp']>([
        () => ({ kind: 'linear' }),
        () => ({ kind: 'growth', perYear: between(0, 1.5) }),
        () => ({ kind: 'annual', shares: [1, 2, 3, 4, 5].map(() => between(0.5, 2)) }),
      ])(),
      takeOrPay: oneOf([1, 0.8]),
      settle: 'annual',
      carryForwardLimit: between(0.02, 0.6),
      carryForwardMonths: oneOf([11, 12, 24, 36]),
      makeUpMonths: oneOf([11, 12, 24, 60]),
    },
  };
}
