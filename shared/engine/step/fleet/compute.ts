import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { chipValue } from './chip-value.ts';
import { averageFleetSum, fleetSum } from './fleet-sum.ts';

/** Dense 8-bit peak of one H100, FLOP/s: the unit of H100-equivalents (Nvidia H100 SXM data sheet; Epoch AI's use). */
export const h100Peak = 1.979e15;

/** Computes the peak of a deal's fleet at its working precision: `Σ chips · peak`. Unit: FLOP/s, end of month. */
export function peakCompute(block: Block, deal: DealPlan): Lanes {
  return fleetSum(block, deal, (b, _, generation) => b.input(generation.peak));
}

/** Computes what the fleet really delivers: `Σ chips · peak · (s·u_training + (1−s)·u_inference)`. Unit: FLOP/s. */
export function effectiveCompute(block: Block, deal: DealPlan): Lanes {
  return fleetSum(block, deal, chipValue);
}

/** Computes the part of the effective compute that trains: `Σ chips · peak · s · u_training`. Unit: FLOP/s. */
export function trainingCompute(block: Block, deal: DealPlan): Lanes {
  return fleetSum(block, deal, (b, d, generation) => {
    const peak = b.input(generation.peak);
    const utilisation = b.input(generation.trainingUtilisation);
    const share = b.input(d.consumption.trainingShare);
    const weight = b.cell();
    b.onStart(() => {
      for (let l = 0; l < b.lanes; l += 1) weight[l] = peak[l] * share[l] * utilisation[l];
    });
    return weight;
  });
}

/** Computes the part of the effective compute that serves: `Σ chips · peak · (1 − s) · u_inference`. Unit: FLOP/s. */
export function inferenceCompute(block: Block, deal: DealPlan): Lanes {
  return fleetSum(block, deal, (b, d, generation) => {
    const peak = b.input(generation.peak);
    const utilisation = b.input(generation.inferenceUtilisation);
    const share = b.input(d.consumption.trainingShare);
    const weight = b.cell();
    b.onStart(() => {
      for (let l = 0; l < b.lanes; l += 1) weight[l] = peak[l] * (1 - share[l]) * utilisation[l];
    });
    return weight;
  });
}

/** Counts the fleet in H100-equivalents: `Σ chips · dense 8-bit peak / 1.979e15`, end of month. */
export function h100Equivalents(block: Block, deal: DealPlan): Lanes {
  return fleetSum(block, deal, (b, _, generation) => {
    const peak = b.input(generation.peak8bit);
    const weight = b.cell();
    b.onStart(() => {
      for (let l = 0; l < b.lanes; l += 1) weight[l] = peak[l] / h100Peak;
    });
    return weight;
  });
}

/** Computes the compute done in a month: average effective FLOP/s × seconds of the month. Unit: FLOP. */
export function computeWork(block: Block, deal: DealPlan): Lanes {
  const { lanes } = block;
  const { hours } = block.calendar;
  const average = block.use(averageEffectiveCompute, deal);
  const work = block.cell();
  block.onMonth((m) => {
    for (let l = 0; l < lanes; l += 1) work[l] = average[l] * hours[m] * 3600;
  });
  return work;
}

/** Computes the effective compute of a month as the mean of its two ends. Unit: FLOP/s. */
export function averageEffectiveCompute(block: Block, deal: DealPlan): Lanes {
  return averageFleetSum(block, deal, chipValue);
}
