import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan, PhasePlan } from '../../plan/deal.ts';
import { phaseStart } from './phase-start.ts';
import { rampShare } from './ramp-shape.ts';

/** The power of one phase before the deal's ceiling. */
export interface PhasePower {
  readonly phase: PhasePlan;
  /** Date of energisation after slips, months since the start. */
  readonly start: Lanes;
  /** MW of the stated basis at the end of the month. */
  readonly power: Lanes;
  /** MW at the start of month 0, for phases already running. */
  readonly opening: Lanes;
  /** Whether the last call of the month's step may have changed `power` in any lane. */
  readonly hasChanged: () => boolean;
}

/**
 * Ramps every phase of a deal up.
 *
 * Formula: `online_p(m) = P_p · f((m + 1 − e') / ramp)`, 0 for a phase that is cancelled in the lane; a ramp of no
 * months is a step at `e'`. Unit: MW of the stated basis, in 0…P.
 *
 * Months before the first lane starts and after the last lane is full cost nothing.
 */
export function phasePowers(block: Block, deal: DealPlan): readonly PhasePower[] {
  return deal.capacity.phases.map((phase) => phasePower(block, deal, phase));
}

function phasePower(block: Block, deal: DealPlan, phase: PhasePlan): PhasePower {
  const { lanes } = block;
  const start = phaseStart(block, deal, phase);
  const stated = block.input(phase.powerMw);
  const ramp = block.input(phase.rampMonths);
  const cancelled = block.input(phase.isCancelled);
  const p = block.input(phase.bassP);
  const q = block.input(phase.bassQ);
  const { shape } = phase;
  const power = block.cell();
  const opening = block.cell();
  let firstMonth = 0;
  let fullMonth = 0;
  let hasChanged = false;

  const at = (l: number, month: number): number => {
    if (cancelled[l] >= 0.5) return 0;
    const elapsed = month + 1 - start[l];
    if (elapsed <= 0) return 0;
    return ramp[l] <= 0 ? stated[l] : stated[l] * rampShare(shape, elapsed / ramp[l], p[l], q[l]);
  };

  block.onStart(() => {
    let first = Number.POSITIVE_INFINITY;
    let full = Number.NEGATIVE_INFINITY;
    for (let l = 0; l < lanes; l += 1) {
      first = Math.min(first, start[l]);
      full = Math.max(full, start[l] + Math.max(0, ramp[l]));
      opening[l] = at(l, -1);
    }
    firstMonth = Math.floor(first) - 1;
    fullMonth = Math.ceil(full) + 1;
  });
  block.onMonth((m) => {
    hasChanged = m === 0 || (m >= firstMonth && m <= fullMonth);
    if (!hasChanged) return;
    for (let l = 0; l < lanes; l += 1) power[l] = at(l, m);
  });
  return { phase, start, power, opening, hasChanged: () => hasChanged };
}
