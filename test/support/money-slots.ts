import type { InstrumentPlan } from '#shared/engine/plan/capital.ts';
import type { DealPlan } from '#shared/engine/plan/deal.ts';
import type { GenerationPlan } from '#shared/engine/plan/generation.ts';
import type { Slot } from '#shared/engine/plan/input.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';

/** Lists every input of a plan that is an amount of money, or a price; formulas are not looked into. */
export function moneySlots(plan: Plan): readonly Slot[] {
  const { openingCash, otherCostPerYear, revenue } = plan.customer;
  return [
    ...plan.generations.flatMap(ofGeneration),
    ...plan.deals.flatMap(ofDeal),
    ...(openingCash === null ? [] : [openingCash]),
    otherCostPerYear,
    ...(revenue === null ? [] : revenue.kind === 'points' ? revenue.perYear.value : [revenue.perYearAtStart]),
  ];
}

function ofGeneration({ price, portingCostPerChip }: GenerationPlan): readonly Slot[] {
  const table = price.path.kind === 'table' ? price.path.path.value : [];
  return [price.list, price.floor, portingCostPerChip, ...table];
}

function ofDeal({ commitment, capital, economics }: DealPlan): readonly Slot[] {
  return [
    ...(commitment === null ? [] : [commitment.amount]),
    ...capital.instruments.flatMap(ofInstrument),
    economics.capexPerItMw,
    ...(economics.providerRevenuePerYear?.value ?? []),
    ...(economics.stake?.valuation.value ?? []),
  ];
}

function ofInstrument(instrument: InstrumentPlan): readonly Slot[] {
  switch (instrument.kind) {
    case 'paid-in':
    case 'dated':
    case 'milestone':
      return [instrument.amount];
    case 'facility':
      return [
        instrument.cap,
        instrument.available.amountPerStep,
        ...instrument.participations.map((round) => round.amount),
        ...(instrument.draw.kind === 'when-needed' ? [instrument.draw.cashBelow] : []),
        ...(instrument.draw.kind === 'schedule' ? instrument.draw.path.value : []),
      ];
    case 'warrant':
      return [instrument.strike, ...instrument.sharePrice.value];
  }
}
