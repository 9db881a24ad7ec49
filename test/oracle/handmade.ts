import type { CommitmentPlan, DealPlan } from '#shared/engine/plan/deal.ts';
import type { GenerationPlan } from '#shared/engine/plan/generation.ts';
import type { Input, Path, Slot } from '#shared/engine/plan/input.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';

/** A plan small enough to be worked out by hand, with the value of each of its inputs. */
export interface Handmade {
  readonly plan: Plan;
  readonly values: readonly number[];
}

/** Gives plain numbers a place in the plan. */
export interface Numbers {
  readonly of: (value: number) => Slot;
  readonly path: (points: readonly (readonly [month: number, value: number])[]) => Path;
}

/** What a handmade plan says; the rest is empty, free or nought. */
export interface Parts {
  readonly months?: number;
  readonly generations?: readonly GenerationPlan[];
  readonly deals?: readonly DealPlan[];
  readonly customer?: Partial<Plan['customer']>;
}

/** Parties of every handmade plan: the customer, two providers, and the three that stand for everybody else. */
export const PARTIES = ['Lab', 'Cloud', 'Rival', 'Customers', 'Suppliers', 'Others'];

/** Makes a plan by hand: starts in January 2026, a leap year two years off. */
export function handmade(describe: (numbers: Numbers) => Parts): Handmade {
  const inputs: Input[] = [];
  const values: number[] = [];
  const of = (value: number): Slot => {
    values.push(value);
    inputs.push({ key: `input-${inputs.length}`, distribution: { kind: 'constant', value } });
    return values.length - 1;
  };
  const path: Numbers['path'] = (points) => ({
    at: points.map(([month]) => of(month)),
    value: points.map(([, value]) => of(value)),
  });
  const { months = 12, generations = [], deals = [], customer = {} } = describe({ of, path });
  const plan: Plan = {
    start: { year: 2026, month: 1 },
    months,
    fiscalYearStart: 1,
    seed: 1,
    sampling: { method: 'plain', draws: 1, settleAt: 0 },
    parties: PARTIES,
    generations,
    deals,
    customer: {
      party: 0,
      openingCash: null,
      revenue: null,
      otherCostShare: of(0),
      otherCostPerYear: of(0),
      discountRate: of(0),
      ...customer,
    },
    measures: [],
    checks: [],
    correlations: [],
    inputs,
  };
  return { plan, values };
}

/** A chip of 1 kW and 2 PFLOP/s, half of it used, at $1 an hour, there from the start and for ever. */
export function plainChip({ of }: Numbers, parts: Partial<GenerationPlan> = {}): GenerationPlan {
  return {
    key: 'chip',
    available: of(0),
    peak8bit: of(1.979e15),
    peak: of(2e15),
    itPowerWatts: of(1000),
    lifeMonths: of(600),
    trainingUtilisation: of(0.5),
    inferenceUtilisation: of(0.5),
    isOwnSilicon: true,
    portingCostPerChip: of(0),
    supplyRampMonths: of(0),
    price: {
      list: of(1),
      discount: of(0),
      asOf: of(0),
      floor: of(0),
      path: { kind: 'geometric', declinePerYear: of(0) },
    },
    ...parts,
  };
}

/** A deal with the first provider for IT power from the phases given, filled with the first generation. */
export function plainDeal({ of }: Numbers, parts: Partial<DealPlan> = {}): DealPlan {
  return {
    key: 'deal',
    provider: 1,
    signed: of(0),
    capacity: plainCapacity({ of }, []),
    mix: { kind: 'choice', generations: [0], sensitivity: of(1) },
    consumption: {
      isReserved: true,
      trainingShare: of(0.5),
      discount: of(0),
      services: [],
      eligible: of(1),
    },
    commitment: null,
    capital: { instruments: [] },
    options: [],
    economics: {
      capexPerItMw: of(0),
      margin: of(0.5),
      discountRate: of(0),
      providerRevenuePerYear: null,
      stake: null,
    },
    ...parts,
  };
}

/** IT power that comes all at once in the months given. */
export function plainCapacity(
  { of }: Pick<Numbers, 'of'>,
  phases: readonly (readonly [energise: number, powerMw: number])[],
): DealPlan['capacity'] {
  return {
    ceilingMw: null,
    isFacilityBasis: of(0),
    pue: of(1.2),
    averageDraw: of(0.5),
    slipMonths: of(0),
    usage: of(1),
    phases: phases.map(([energise, powerMw], i) => ({
      key: `phase-${i}`,
      powerMw: of(powerMw),
      energise: of(energise),
      slipMonths: of(0),
      rampMonths: of(0),
      shape: 'step',
      bassP: of(1),
      bassQ: of(1),
      isCancelled: of(0),
    })),
  };
}

/** Everything must be taken or paid for, evenly over the term, settled every year, with nothing carried over. */
export function plainCommitment(
  { of }: Numbers,
  amount: number,
  termMonths: number,
  parts: Partial<CommitmentPlan> = {},
): CommitmentPlan {
  return {
    amount: of(amount),
    begins: of(0),
    termMonths: of(termMonths),
    ramp: { kind: 'linear' },
    takeOrPay: of(1),
    settle: 'annual',
    carryForwardLimit: of(0),
    carryForwardMonths: of(0),
    makeUpMonths: of(0),
    ...parts,
  };
}
