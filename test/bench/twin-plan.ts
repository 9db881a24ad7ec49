import { invariant } from '#shared/base/assert.ts';
import { calendarOf } from '#shared/engine/calendar/calendar.ts';
import type { InstrumentPlan } from '#shared/engine/plan/capital.ts';
import type { DealPlan, PhasePlan } from '#shared/engine/plan/deal.ts';
import type { GenerationPlan } from '#shared/engine/plan/generation.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';

/** Stands where a record has a place for a slot that does not apply. */
const none = -1;
const shapes: readonly PhasePlan['shape'][] = ['step', 'linear', 's-curve'];

/**
 * Writes a plan and the values of some blocks of draws as the twin reads them: the records of `twin/plan.h` one after the
 * other, the hours of the months, the values. The twin knows the rules that the deal book uses; a plan with others is a
 * bug of the bench.
 */
export function encodeForTwin(plan: Plan, lanes: number, blocks: readonly Float64Array[]): Buffer {
  const { months, inputs, generations, deals } = plan;
  invariant(plan.checks.length === 0, 'the twin evaluates no checks');
  const counts = [lanes, months, inputs.length, blocks.length, generations.length, deals.length];
  const records = Int32Array.from([
    ...counts,
    ...generations.flatMap(generationRecord),
    ...deals.flatMap((deal) => dealRecords(deal)),
  ]);
  return Buffer.concat([records, calendarOf(plan.start, months).hours, ...blocks].map(bytesOf));
}

function bytesOf(numbers: Int32Array | Float64Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function generationRecord({ price, ...chip }: GenerationPlan): number[] {
  const { path, list, discount, asOf, floor } = price;
  invariant(path.kind === 'geometric', `the twin has no price path ${path.kind}`);
  const { available, lifeMonths, itPowerWatts, peak8bit } = chip;
  return [available, lifeMonths, itPowerWatts, peak8bit, list, discount, asOf, floor, path.declinePerYear];
}

function dealRecords(deal: DealPlan): number[] {
  const { capacity, mix, consumption, commitment, capital, economics } = deal;
  invariant(capacity.ceilingMw !== null, 'a deal of the twin has a ceiling');
  invariant(mix.kind === 'succession', `the twin has no mix ${mix.kind}`);
  invariant(commitment !== null && commitment.settle === 'annual', 'a deal of the twin settles every year');
  invariant(commitment.ramp.kind === 'annual', `the twin has no ramp ${commitment.ramp.kind}`);
  invariant(deal.options.length === 0, 'the twin has no options');
  const { services } = consumption;
  const slices = commitment.ramp.shares;
  const counts = [capacity.phases, [mix.first, ...mix.later], services, slices, capital.instruments];
  return [
    ...counts.map((list) => list.length),
    ...[capacity.ceilingMw, capacity.isFacilityBasis, capacity.pue, capacity.slipMonths, capacity.usage],
    ...[consumption.isReserved ? 1 : 0, consumption.discount, consumption.eligible],
    ...[commitment.amount, commitment.begins, commitment.termMonths, commitment.takeOrPay],
    ...[commitment.carryForwardLimit, commitment.carryForwardMonths, commitment.makeUpMonths],
    ...[economics.capexPerItMw, economics.margin],
    ...capacity.phases.flatMap(phaseRecord),
    ...[mix.first, none, none],
    ...mix.later.flatMap(({ generation, curve }) => {
      invariant(curve.kind === 'logistic', `the twin has no take-over ${curve.kind}`);
      return [generation, curve.midpoint, curve.takeoverMonths];
    }),
    ...services.flatMap(({ share, eligible }) => [share, eligible]),
    ...slices,
    ...capital.instruments.flatMap((instrument) => instrumentRecord(deal, instrument)),
  ];
}

function phaseRecord(phase: PhasePlan): number[] {
  const shape = shapes.indexOf(phase.shape);
  invariant(shape >= 0, `the twin has no ramp ${phase.shape}`);
  return [shape, phase.powerMw, phase.energise, phase.slipMonths, phase.rampMonths, phase.isCancelled];
}

/** Kind, amount, date; threshold, waiver, its date; from, per, amount per step, event, whether it happens, months after. */
function instrumentRecord(deal: DealPlan, instrument: InstrumentPlan): number[] {
  invariant(
    instrument.form === 'cash' && instrument.from === deal.provider,
    'capital of the twin is cash of the deal’s provider',
  );
  const noMilestone = [none, none, none];
  const noFacility = [none, none, none, none, none, none];
  switch (instrument.kind) {
    case 'paid-in':
      return [0, instrument.amount, none, ...noMilestone, ...noFacility];
    case 'dated':
      return [1, instrument.amount, instrument.on, ...noMilestone, ...noFacility];
    case 'milestone': {
      invariant(
        instrument.notBefore === null && instrument.until === null,
        'a milestone of the twin is always open',
      );
      const { isWaived, waivedOn } = instrument;
      return [2, instrument.amount, none, thresholdOf(deal, instrument), isWaived, waivedOn, ...noFacility];
    }
    case 'facility': {
      const { available, draw, participations, expires, cap } = instrument;
      invariant(draw.kind === 'when-available', `the twin has no draw ${draw.kind}`);
      invariant(
        !available.isStepwise && participations.length === 0 && expires !== null,
        'a facility of the twin is continuous, expires, and is joined by no rounds',
      );
      const { fromMw, perMw, amountPerStep } = available;
      const { event, happens, afterMonths } = expires;
      return [3, cap, none, ...noMilestone, fromMw, perMw, amountPerStep, event, happens, afterMonths];
    }
    default:
      throw new Error(`the twin has no ${instrument.kind}`);
  }
}

/** The slot that the deal's online power has to reach. */
function thresholdOf(deal: DealPlan, { when }: Extract<InstrumentPlan, { kind: 'milestone' }>): number {
  const [measure, threshold, comparison] = when.steps;
  invariant(
    when.steps.length === 3 &&
      measure?.op === 'measure' &&
      measure.id === `${deal.key}.capacity.online` &&
      threshold?.op === 'input' &&
      comparison?.op === 'at-least',
    'a milestone of the twin waits for the online power of its deal',
  );
  return threshold.slot;
}
