import type { Condition } from '#shared/engine/plan/condition.ts';
import type { ConsumptionPlan, DealPlan, EconomicsPlan, OptionPlan } from '#shared/engine/plan/deal.ts';
import type { Deal, Economics, Option, Scenario } from '../scenario.ts';
import type { Keyed } from '../value.ts';
import { compileCapacity } from './compile-capacity.ts';
import { compileInstrument } from './compile-capital.ts';
import { compileCommitment } from './compile-commitment.ts';
import { compileMix } from './compile-mix.ts';
import type { Parties } from './parties.ts';
import type { Slots } from './slots.ts';

/** What every deal needs from the whole scenario. */
export interface DealContext {
  readonly slots: Slots;
  readonly scenario: Scenario;
  readonly parties: Parties;
  readonly condition: (path: string) => Condition;
}

/** Turns a deal into the plan's form. */
export function compileDeal(context: DealContext, { key, spot, value: deal }: Keyed<Deal>): DealPlan {
  const { slots, scenario, parties, condition } = context;
  const provider = parties.find(deal.provider);
  const signed = slots.orElse(deal.signed, `${spot.path}.signed`, 'date', 0);
  const capital = { slots, provider, party: parties.find, condition };
  return {
    key,
    provider,
    signed,
    capacity: compileCapacity(slots, deal.capacity),
    mix: compileMix(slots, scenario, deal.mix),
    consumption: compileConsumption(slots, deal),
    commitment: deal.commitment && compileCommitment(slots, deal.commitment, signed),
    capital: { instruments: deal.capital.map((item) => compileInstrument(capital, item)) },
    options: deal.options.map((option) => compileOption(slots, scenario, option)),
    economics: compileEconomics(slots, deal.economics),
  };
}

function compileConsumption(slots: Slots, deal: Deal): ConsumptionPlan {
  const path = deal.spot.path;
  return {
    isReserved: deal.billing === 'reserved',
    trainingShare: slots.of(deal.workload.training),
    discount: slots.of(deal.discount),
    services: deal.services.map(({ key, spot, value }) =>
      value.kind === 'share'
        ? {
            key,
            share: slots.of(value.value),
            eligible: slots.constant(`${spot.path}.eligible`, 'share', 1),
          }
        : { key, share: slots.of(value.value.share), eligible: slots.of(value.value.eligible) },
    ),
    eligible: slots.orElse(deal.commitment?.eligible ?? null, `${path}.commitment.eligible`, 'share', 1),
  };
}

function compileOption(slots: Slots, scenario: Scenario, { key, spot, value }: Keyed<Option>): OptionPlan {
  const name = value.generation?.name ?? key;
  return {
    key,
    generation: scenario.generations.findIndex((generation) => generation.key === name),
    powerMw: slots.orElse(value.power, `${spot.path}.power`, 'power', 0),
    opens: slots.of(value.window.from),
    closes: slots.of(value.window.to),
    noticeMonths: slots.of(value.notice),
    rampMonths: slots.of(value.ramp),
    rights: value.rights,
    priceFactor: slots.of(value.price),
    threshold: slots.of(value.exercise),
    earlyMonths: slots.of(value.early),
    isOffered: slots.of(value.offered),
    isWithinCeiling: value['within-ceiling'],
  };
}

function compileEconomics(slots: Slots, economics: Economics): EconomicsPlan {
  const revenue = economics['provider-revenue'];
  return {
    capexPerItMw: slots.of(economics.capex),
    margin: slots.of(economics.margin),
    discountRate: slots.of(economics['discount-rate']),
    providerRevenuePerYear: revenue && slots.path(revenue),
    stake: economics.stake && {
      share: slots.of(economics.stake.share),
      valuation: slots.path(economics.stake.valuation),
    },
  };
}
