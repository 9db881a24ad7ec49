import type { InstrumentPlan } from '#shared/engine/plan/capital.ts';
import type { FormulaStep } from '#shared/engine/plan/condition.ts';
import type { CustomerPlan, RevenuePlan } from '#shared/engine/plan/customer.ts';
import type {
  CommitmentPlan,
  DealPlan,
  MixPlan,
  OptionPlan,
  PhasePlan,
  RampPlan,
} from '#shared/engine/plan/deal.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import type { GenerationPlan, PricePlan } from '#shared/engine/plan/generation.ts';
import type { Input, Path, Slot } from '#shared/engine/plan/input.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';

/** Makes an input of a number (or a distribution) and returns its slot. */
export type MakeSlot = (value: number | Distribution, key?: string) => Slot;

/** Parts of a plan for tests; what is left out takes a plain default. Every number goes through `slot`. */
export interface PlanParts {
  readonly start?: Plan['start'];
  readonly months?: number;
  readonly seed?: number;
  readonly parties?: readonly string[];
  readonly generations?: readonly GenerationPlan[];
  readonly deals?: readonly DealPlan[];
  readonly customer?: Partial<CustomerPlan>;
  readonly measures?: Plan['measures'];
  readonly checks?: Plan['checks'];
}

/** Tools for writing the parts of a plan with plain numbers. */
export interface PlanBuilder {
  readonly slot: MakeSlot;
  readonly path: (points: readonly (readonly [month: number, value: number])[]) => Path;
  readonly generation: (key: string, numbers?: GenerationNumbers) => GenerationPlan;
  readonly phase: (key: string, numbers?: PhaseNumbers) => PhasePlan;
  readonly schedule: (
    generations: readonly number[],
    rows: readonly (readonly [month: number, ...shares: number[]])[],
  ) => MixPlan;
  readonly commitment: (numbers?: CommitmentNumbers) => CommitmentPlan;
  readonly option: (key: string, generation: number, numbers?: OptionNumbers) => OptionPlan;
  readonly deal: (key: string, parts?: DealParts) => DealPlan;
}

export interface GenerationNumbers {
  readonly available?: number;
  readonly peak8bit?: number;
  readonly peak?: number;
  readonly itPowerWatts?: number;
  readonly lifeMonths?: number;
  readonly trainingUtilisation?: number;
  readonly inferenceUtilisation?: number;
  readonly isOwnSilicon?: boolean;
  readonly portingCostPerChip?: number;
  readonly supplyRampMonths?: number;
  readonly list?: number;
  readonly discount?: number;
  readonly asOf?: number;
  readonly floor?: number;
  readonly declinePerYear?: number;
  readonly path?: PricePlan['path'];
}

export interface PhaseNumbers {
  readonly powerMw?: number;
  readonly energise?: number;
  readonly slipMonths?: number;
  readonly rampMonths?: number;
  readonly shape?: PhasePlan['shape'];
  readonly bassP?: number;
  readonly bassQ?: number;
  readonly isCancelled?: number;
}

export interface CommitmentNumbers {
  readonly amount?: number;
  readonly begins?: number;
  readonly termMonths?: number;
  readonly ramp?: RampPlan;
  readonly takeOrPay?: number;
  readonly settle?: CommitmentPlan['settle'];
  readonly carryForwardLimit?: number;
  readonly carryForwardMonths?: number;
  readonly makeUpMonths?: number;
}

export interface OptionNumbers {
  readonly powerMw?: number;
  readonly opens?: number;
  readonly closes?: number;
  readonly noticeMonths?: number;
  readonly rampMonths?: number;
  readonly rights?: OptionPlan['rights'];
  readonly priceFactor?: number;
  readonly threshold?: number;
  readonly earlyMonths?: number;
  readonly isOffered?: number;
  readonly isWithinCeiling?: boolean;
}

export interface DealParts {
  readonly provider?: number;
  readonly signed?: number;
  readonly ceilingMw?: number | null;
  readonly isFacilityBasis?: number;
  readonly pue?: number;
  readonly averageDraw?: number;
  readonly slipMonths?: number;
  readonly usage?: number;
  readonly phases?: readonly PhasePlan[];
  readonly mix?: MixPlan;
  readonly isReserved?: boolean;
  readonly trainingShare?: number;
  readonly discount?: number;
  readonly services?: readonly (readonly [key: string, share: number, eligible: number])[];
  readonly eligible?: number;
  readonly commitment?: CommitmentPlan | null;
  readonly instruments?: readonly InstrumentPlan[];
  readonly options?: readonly OptionPlan[];
  readonly capexPerItMw?: number;
  readonly margin?: number;
  readonly discountRate?: number;
  readonly providerRevenue?: number | null;
  readonly stake?: { readonly share: number; readonly valuation: number } | null;
}

/** Builds a plan: `make` writes its parts with the tools, every number becomes an input in the order written. */
export function buildPlan(make: (tools: PlanBuilder) => PlanParts): Plan {
  const inputs: Input[] = [];
  const slot: MakeSlot = (value, key) => {
    const distribution: Distribution = typeof value === 'number' ? { kind: 'constant', value } : value;
    inputs.push({ key: key ?? `input.${inputs.length}`, distribution });
    return inputs.length - 1;
  };
  const parts = make(toolsFor(slot));
  const months = parts.months ?? 24;
  const customer = parts.customer ?? {};
  return {
    start: parts.start ?? { year: 2026, month: 4 },
    months,
    fiscalYearStart: 1,
    seed: parts.seed ?? 7,
    sampling: { method: 'sobol', draws: 1000, settleAt: 0 },
    correlations: [],
    parties: [...(parts.parties ?? ['Customer', 'Provider']), 'Customers', 'Suppliers', 'Others'],
    generations: parts.generations ?? [],
    deals: parts.deals ?? [],
    customer: {
      party: customer.party ?? 0,
      openingCash: customer.openingCash ?? null,
      revenue: customer.revenue ?? null,
      otherCostShare: customer.otherCostShare ?? slot(0),
      otherCostPerYear: customer.otherCostPerYear ?? slot(0),
      discountRate: customer.discountRate ?? slot(0.15),
    },
    measures: parts.measures ?? [],
    checks: parts.checks ?? [],
    inputs,
  };
}

/** Postfix steps of a comparison of a measure with an input, for conditions and checks. */
export function compare(
  id: string,
  op: 'less' | 'at-most' | 'greater' | 'at-least',
  slot: Slot,
): readonly FormulaStep[] {
  return [{ op: 'measure', id }, { op: 'input', slot }, { op }];
}

/** Revenue that stays at one yearly pace. */
export function flatRevenue(tools: PlanBuilder, perYear: number): RevenuePlan {
  return { kind: 'points', perYear: tools.path([[0, perYear]]) };
}

function toolsFor(slot: MakeSlot): PlanBuilder {
  const path: PlanBuilder['path'] = (points) => ({
    at: points.map(([month]) => slot(month)),
    value: points.map(([, value]) => slot(value)),
  });
  return {
    slot,
    path,
    generation: (key, n = {}) => ({
      key,
      available: slot(n.available ?? -24),
      peak8bit: slot(n.peak8bit ?? 1.979e15),
      peak: slot(n.peak ?? 1e15),
      itPowerWatts: slot(n.itPowerWatts ?? 1000),
      lifeMonths: slot(n.lifeMonths ?? 60),
      trainingUtilisation: slot(n.trainingUtilisation ?? 0.4),
      inferenceUtilisation: slot(n.inferenceUtilisation ?? 0.2),
      isOwnSilicon: n.isOwnSilicon ?? false,
      portingCostPerChip: slot(n.portingCostPerChip ?? 0),
      price: {
        list: slot(n.list ?? 2),
        discount: slot(n.discount ?? 0),
        asOf: slot(n.asOf ?? 0),
        floor: slot(n.floor ?? 0),
        path: n.path ?? { kind: 'geometric', declinePerYear: slot(n.declinePerYear ?? 0) },
      },
      supplyRampMonths: slot(n.supplyRampMonths ?? 0),
    }),
    phase: (key, n = {}) => ({
      key,
      powerMw: slot(n.powerMw ?? 100),
      energise: slot(n.energise ?? 0),
      slipMonths: slot(n.slipMonths ?? 0),
      rampMonths: slot(n.rampMonths ?? 0),
      shape: n.shape ?? 'linear',
      bassP: slot(n.bassP ?? 0.03),
      bassQ: slot(n.bassQ ?? 0.38),
      isCancelled: slot(n.isCancelled ?? 0),
    }),
    schedule: (generations, rows) => ({
      kind: 'schedule',
      generations,
      at: rows.map(([month]) => slot(month)),
      shares: rows.map(([, ...shares]) => shares.map((share) => slot(share))),
    }),
    commitment: (n = {}) => ({
      amount: slot(n.amount ?? 1e9),
      begins: slot(n.begins ?? 0),
      termMonths: slot(n.termMonths ?? 24),
      ramp: n.ramp ?? { kind: 'linear' },
      takeOrPay: slot(n.takeOrPay ?? 1),
      settle: n.settle ?? 'annual',
      carryForwardLimit: slot(n.carryForwardLimit ?? 0),
      carryForwardMonths: slot(n.carryForwardMonths ?? 0),
      makeUpMonths: slot(n.makeUpMonths ?? 0),
    }),
    option: (key, generation, n = {}) => ({
      key,
      generation,
      powerMw: slot(n.powerMw ?? 50),
      opens: slot(n.opens ?? 0),
      closes: slot(n.closes ?? 12),
      noticeMonths: slot(n.noticeMonths ?? 0),
      rampMonths: slot(n.rampMonths ?? 0),
      rights: n.rights ?? 'amount',
      priceFactor: slot(n.priceFactor ?? 1),
      threshold: slot(n.threshold ?? 1),
      earlyMonths: slot(n.earlyMonths ?? 0),
      isOffered: slot(n.isOffered ?? 1),
      isWithinCeiling: n.isWithinCeiling ?? false,
    }),
    deal: (key, d = {}) => ({
      key,
      provider: d.provider ?? 1,
      signed: slot(d.signed ?? 0),
      capacity: {
        ceilingMw: d.ceilingMw === undefined || d.ceilingMw === null ? null : slot(d.ceilingMw),
        isFacilityBasis: slot(d.isFacilityBasis ?? 0),
        pue: slot(d.pue ?? 1.2),
        averageDraw: slot(d.averageDraw ?? 0.75),
        slipMonths: slot(d.slipMonths ?? 0),
        usage: slot(d.usage ?? 1),
        phases: d.phases ?? [],
      },
      mix: d.mix ?? { kind: 'none' },
      consumption: {
        isReserved: d.isReserved ?? true,
        trainingShare: slot(d.trainingShare ?? 0.5),
        discount: slot(d.discount ?? 0),
        services: (d.services ?? []).map(([service, share, eligible]) => ({
          key: service,
          share: slot(share),
          eligible: slot(eligible),
        })),
        eligible: slot(d.eligible ?? 1),
      },
      commitment: d.commitment ?? null,
      capital: { instruments: d.instruments ?? [] },
      options: d.options ?? [],
      economics: {
        capexPerItMw: slot(d.capexPerItMw ?? 0),
        margin: slot(d.margin ?? 0.35),
        discountRate: slot(d.discountRate ?? 0.09),
        providerRevenuePerYear:
          d.providerRevenue === undefined || d.providerRevenue === null
            ? null
            : path([[0, d.providerRevenue]]),
        stake:
          d.stake === undefined || d.stake === null
            ? null
            : { share: slot(d.stake.share), valuation: path([[0, d.stake.valuation]]) },
      },
    }),
  };
}
