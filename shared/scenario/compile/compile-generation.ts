import type { GenerationPlan, PricePlan } from '#shared/engine/plan/generation.ts';
import type { Slot } from '#shared/engine/plan/input.ts';
import type { Generation } from '../scenario.ts';
import type { Keyed, Value } from '../value.ts';
import type { Slots } from './slots.ts';

/** Turns a generation into the plan's form. */
export function compileGeneration(slots: Slots, { key, spot, value }: Keyed<Generation>): GenerationPlan {
  const available = slots.of(value.available);
  return {
    key,
    available,
    peak8bit: peakSlot(slots, peak8bit(value), spot.path),
    peak: peakSlot(slots, workloadPeak(value), spot.path),
    itPowerWatts: slots.of(value['it-power']),
    lifeMonths: slots.of(value.life),
    trainingUtilisation: slots.of(value.utilisation.training),
    inferenceUtilisation: slots.of(value.utilisation.inference),
    isOwnSilicon: value['own-silicon'],
    portingCostPerChip: slots.of(value.porting),
    price: compilePrice(slots, value, available),
    supplyRampMonths: slots.of(value['supply-ramp']),
  };
}

/** The peak H100-equivalents are counted in: a chip without eight-bit units runs eight-bit work at its 16-bit speed. */
export function peak8bit({ peak }: Generation): Value | null {
  return peak.fp8 ?? peak.int8 ?? peak.bf16;
}

/** The peak at the precision of the work: as stated, else bf16, else eight bits. */
export function workloadPeak(generation: Generation): Value | null {
  const { peak } = generation;
  const stated = generation['workload-precision'];
  return stated === null ? (peak.bf16 ?? peak.fp8 ?? peak.int8 ?? peak.fp4) : peak[stated];
}

function peakSlot(slots: Slots, peak: Value | null, path: string): Slot {
  return slots.orElse(peak, `${path}.peak`, 'compute', 0);
}

function compilePrice(slots: Slots, { price }: Generation, available: Slot): PricePlan {
  const at = price.spot.path;
  const first = price.table?.points[0]?.value ?? null;
  return {
    list: slots.orElse(price.list ?? first, `${at}.list`, 'money-per-chip-hour', 0),
    discount: slots.of(price.discount),
    asOf: price['as-of'] ? slots.of(price['as-of']) : available,
    floor: slots.of(price.floor),
    path: pricePath(slots, price),
  };
}

function pricePath(slots: Slots, price: Generation['price']): PricePlan['path'] {
  if (price.table) return { kind: 'table', path: slots.path(price.table) };
  if (price.learning) {
    return {
      kind: 'wright',
      learningRate: slots.of(price.learning.rate),
      initialChips: slots.of(price.learning.initial),
    };
  }
  const declinePerYear = slots.orElse(price.decline, `${price.spot.path}.decline`, 'rate-per-year', 0);
  return { kind: 'geometric', declinePerYear };
}
