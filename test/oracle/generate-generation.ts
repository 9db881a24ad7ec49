import type { GenerationPlan, PricePlan } from '#shared/engine/plan/generation.ts';
import type { Draft } from './draft.ts';

/**
 * Makes up a chip generation: some long there, some not to come inside the horizon, some short-lived. Where one is free
 * all are: a free one beside others leaves these shares too small to divide by.
 */
export function generateGeneration(
  draft: Draft,
  key: string,
  months: number,
  isFree: boolean,
): GenerationPlan {
  const { dice, between, oneOf, date } = draft;
  const available = dice.pick([
    () => date(-40, -1),
    () => oneOf([0, 0, -6]),
    () => date(0, months * 0.7),
    () => date(0, months * 0.7),
    () => date(months - 2, months * 1.5),
  ])();
  return {
    key,
    available,
    peak8bit: between(0.5e15, 6e15),
    peak: between(0.2e15, 3e15),
    itPowerWatts: between(400, 2500),
    lifeMonths: dice.pick([() => between(0, 3, 0.25), () => between(4, 20, 0.5), () => between(36, 72, 1)])(),
    trainingUtilisation: dice.happens(0.05) ? oneOf([0]) : between(0.2, 0.5),
    inferenceUtilisation: dice.happens(0.05) ? oneOf([0, 1]) : between(0.05, 0.4),
    isOwnSilicon: dice.happens(0.5),
    portingCostPerChip: dice.happens(0.4) ? oneOf([0]) : between(0, 5000),
    price: generatePrice(draft, months, isFree),
    supplyRampMonths: dice.happens(0.3) ? oneOf([0, -1]) : between(1, 30, 0.25),
  };
}

function generatePrice(
  { dice, between, oneOf, date, path }: Draft,
  months: number,
  isFree: boolean,
): PricePlan {
  return {
    list: isFree ? oneOf([0]) : between(0.5, 6),
    discount: dice.happens(0.4) ? oneOf([0, 0.3]) : between(0, 0.6),
    asOf: date(-24, months / 2),
    floor: isFree ? oneOf([0]) : dice.happens(0.5) ? oneOf([0, 1]) : between(0, 2),
    path: dice.pick([
      () => ({ kind: 'geometric' as const, declinePerYear: between(-0.2, 0.6) }),
      () => ({ kind: 'geometric' as const, declinePerYear: oneOf([0, 0.9, 0.25]) }),
      () => ({
        kind: 'wright' as const,
        learningRate: dice.happens(0.2) ? oneOf([0, 0.2]) : between(0, 0.5),
        initialChips: dice.happens(0.2) ? oneOf([0, 1]) : between(1e3, 1e6),
      }),
      () => ({ kind: 'table' as const, path: isFree ? path(0, 1, 0, 0) : path(-6, months, 0.2, 5) }),
    ])(),
  };
}
