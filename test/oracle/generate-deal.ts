import type {
  CapacityPlan,
  CommitmentPlan,
  DealPlan,
  EconomicsPlan,
  MixPlan,
  OptionPlan,
  PhasePlan,
  RampPlan,
} from '#shared/engine/plan/deal.ts';
import type { Draft } from './draft.ts';
import { generateInstruments } from './generate-capital.ts';
import type { Scene } from './scene.ts';

/** Makes up one deal of a scene. */
export function generateDeal(draft: Draft, scene: Scene, key: string): DealPlan {
  const { dice, between, oneOf, chance, date } = draft;
  return {
    key,
    provider: dice.pick(scene.providers),
    signed: dice.happens(0.5) ? oneOf([0, -3]) : date(-10, scene.months),
    capacity: generateCapacity(draft, scene),
    mix: generateMix(draft, scene),
    consumption: {
      isReserved: dice.happens(0.6),
      trainingShare: dice.happens(0.2) ? oneOf([0, 1]) : between(0, 1),
      discount: dice.happens(0.5) ? oneOf([0]) : between(0, 0.4),
      services: scene.keys('service', dice.whole(0, 2)).map((service) => ({
        key: service,
        share: between(0, 0.4),
        eligible: dice.happens(0.5) ? oneOf([0, 1]) : between(0, 1),
      })),
      eligible: dice.happens(0.5) ? oneOf([1]) : between(0.3, 1),
    },
    commitment: dice.happens(0.2) ? null : generateCommitment(draft, scene.months),
    capital: { instruments: generateInstruments(draft, scene, key) },
    options: scene.keys('option', dice.pick([0, 0, 1, 1, 2])).map((option) => ({
      ...generateOption(draft, scene, option),
      isOffered: chance(0.6),
    })),
    economics: generateEconomics(draft, scene.months),
  };
}

function generateCapacity(draft: Draft, scene: Scene): CapacityPlan {
  const { dice, between, oneOf, chance } = draft;
  return {
    ceilingMw: dice.happens(0.4) ? null : between(100, 3000, 0.25),
    isFacilityBasis: dice.happens(0.5) ? chance(0.5) : oneOf([0]),
    pue: between(1, 1.5),
    averageDraw: between(0.4, 1),
    slipMonths: dice.pick([
      () => oneOf([0]),
      () => oneOf([0]),
      () => between(0, 12, 0.125),
      () => oneOf([0, 3 * scene.months]),
    ])(),
    usage: dice.happens(0.3) ? oneOf([0, 1]) : between(0.3, 1),
    phases: scene.keys('phase', dice.pick([0, 1, 2, 2, 3, 4])).map((key) => generatePhase(draft, scene, key)),
  };
}

function generatePhase(draft: Draft, { months }: Scene, key: string): PhasePlan {
  const { dice, between, oneOf, chance, date } = draft;
  return {
    key,
    powerMw: dice.happens(0.1) ? oneOf([0]) : between(10, 1500, 0.25),
    energise: dice.pick([() => date(-30, 0), () => date(0, months * 0.7), () => oneOf([0, 6, months, -1])])(),
    slipMonths: dice.pick([() => oneOf([0]), () => between(0, 9, 0.125), () => oneOf([0, months])])(),
    rampMonths: dice.happens(0.25) ? oneOf([0, 1]) : between(0.25, 24, 0.125),
    shape: dice.pick(['step', 'linear', 's-curve', 'bass'] as const),
    bassP: between(0.01, 2),
    bassQ: between(0, 8),
    isCancelled: chance(0.12),
  };
}

function generateMix(draft: Draft, scene: Scene): MixPlan {
  const { dice, between, oneOf, date } = draft;
  const all = scene.generations.map((_, g) => g).filter(() => dice.happens(0.75));
  const generations = all.length === 0 ? [0] : all;
  const [first = 0, ...rest] = generations;
  return dice.pick<() => MixPlan>([
    () => ({ kind: 'none' }),
    ...[1, 2].map(() => (): MixPlan => {
      const dates = draft.path(-6, scene.months, 0, 1).at;
      const share = () => (dice.happens(0.3) ? oneOf([0, 0, 1]) : between(0, 1));
      return { kind: 'schedule', at: dates, generations, shares: dates.map(() => generations.map(share)) };
    }),
    ...[1, 2].map(
      () => (): MixPlan => ({
        kind: 'succession',
        first,
        later: rest.map((generation) => ({
          generation,
          curve: dice.happens(0.5)
            ? {
                kind: 'logistic',
                midpoint: date(-6, scene.months),
                takeoverMonths: dice.happens(0.15) ? oneOf([0]) : between(2, 30),
              }
            : {
                kind: 'bass',
                launch: date(-6, scene.months),
                pPerYear: between(0.01, 0.5),
                qPerYear: between(0, 3),
              },
        })),
      }),
    ),
    ...[1, 2].map(
      () => (): MixPlan => ({
        kind: 'choice',
        generations,
        sensitivity: dice.happens(0.2) ? oneOf([0, 1]) : between(0, 8),
      }),
    ),
  ])();
}

function generateCommitment(draft: Draft, months: number): CommitmentPlan {
  const { dice, between, oneOf, date } = draft;
  const begins = dice.pick([() => oneOf([0]), () => date(-40, 0), () => date(0, months)])();
  const termMonths = dice.pick([
    () => between(months * 0.4, months * 2, 1),
    () => between(6, 60, 0.25),
    () => oneOf([12, 24, 30, 48]),
  ])();
  return {
    amount: dice.pick([
      () => between(1e8, 4e10),
      () => between(1e8, 4e9),
      () => between(1e7, 1e9),
      () => oneOf([0, 1e9]),
    ])(),
    begins,
    termMonths,
    ramp: generateRamp(draft, months),
    takeOrPay: dice.happens(0.4) ? oneOf([0, 1]) : between(0.3, 1),
    settle: dice.pick(['annual', 'term'] as const),
    carryForwardLimit: dice.happens(0.3) ? oneOf([0, 1]) : between(0.05, 0.8),
    carryForwardMonths: oneOf([0, 11, 12, 12.5, 24, 36]),
    makeUpMonths: oneOf([0, 11, 12, 24, 60]),
  };
}

function generateRamp(draft: Draft, months: number): RampPlan {
  const { dice, between, oneOf, fixed } = draft;
  return dice.pick<() => RampPlan>([
    () => ({ kind: 'linear' }),
    () => ({
      kind: 's-curve',
      midpoint: between(0.2, 0.8),
      steepness: dice.happens(0.1) ? oneOf([0]) : between(1, 15),
    }),
    () => ({ kind: 'annual', shares: [0.13, 0.37, 0.34, 0.16].map(fixed) }),
    () => ({
      kind: 'annual',
      shares: Array.from({ length: dice.whole(1, 6) }, () =>
        dice.happens(0.2) ? oneOf([0]) : between(0, 1),
      ),
    }),
    () => ({ kind: 'growth', perYear: dice.happens(0.2) ? oneOf([0]) : between(-0.4, 1.5) }),
    () => ({ kind: 'points', path: draft.path(-20, months * 1.4, -0.1, 1.1) }),
  ])();
}

function generateOption(draft: Draft, scene: Scene, key: string): Omit<OptionPlan, 'isOffered'> {
  const { dice, between, oneOf, date } = draft;
  const opens = dice.whole(-4, scene.months);
  return {
    key,
    generation: dice.whole(0, scene.generations.length - 1),
    powerMw: between(10, 1200, 0.25),
    opens: date(opens, opens + 3),
    closes: date(opens + 3, opens + 16),
    noticeMonths: dice.happens(0.3) ? oneOf([0, 6]) : between(0, 12, 0.25),
    rampMonths: dice.happens(0.3) ? oneOf([0]) : between(1, 12, 0.25),
    rights: dice.pick(['amount', 'early-access', 'first-refusal', 'price-only'] as const),
    priceFactor: dice.happens(0.2) ? oneOf([1, 0]) : between(0.4, 1.2),
    threshold: dice.happens(0.3) ? oneOf([0, 1]) : between(0.3, 2),
    earlyMonths: between(0, 12, 0.5),
    isWithinCeiling: dice.happens(0.5),
  };
}

function generateEconomics(draft: Draft, months: number): EconomicsPlan {
  const { dice, between, oneOf, path } = draft;
  return {
    capexPerItMw: dice.happens(0.3) ? oneOf([0]) : between(1e6, 4e7),
    margin: between(0.05, 0.7),
    discountRate: dice.happens(0.2) ? oneOf([0]) : between(0.02, 0.2),
    providerRevenuePerYear: dice.happens(0.4) ? null : path(0, months, 1e9, 2e11),
    stake: dice.happens(0.5) ? null : { share: between(0.01, 0.3), valuation: path(0, months, 1e10, 1e12) },
  };
}
