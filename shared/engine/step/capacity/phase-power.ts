import type { Block, Lanes } from '../../block/block.ts';
import { highest, lowest, scale } from '../../lanes/operations.ts';
import type { DealPlan, PhasePlan } from '../../plan/deal.ts';
import { phaseStart } from './phase-start.ts';
import { shapeRamp } from './ramp-shape.ts';

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
  const start = phaseStart(block, deal, phase);
  const power = block.cell();
  const opening = block.cell();
  const ramped: RampedPhase = {
    shape: phase.shape,
    start,
    stated: block.input(phase.powerMw),
    ramp: block.input(phase.rampMonths),
    cancelled: block.input(phase.isCancelled),
    p: block.input(phase.bassP),
    q: block.input(phase.bassQ),
  };
  let firstMonth = 0;
  let fullMonth = 0;
  let hasChanged = false;

  block.onStart(() => {
    powerAt(ramped, -1, opening);
    firstMonth = Math.floor(lowest(start)) - 1;
    fullMonth = Math.ceil(highest(start) + Math.max(0, highest(ramped.ramp))) + 1;
  });
  block.onMonth((m) => {
    hasChanged = m === 0 || (m >= firstMonth && m <= fullMonth);
    if (hasChanged) powerAt(ramped, m, power);
  });
  return { phase, start, power, opening, hasChanged: () => hasChanged };
}

/** What the ramp of a phase depends on, per lane. */
interface RampedPhase {
  readonly shape: PhasePlan['shape'];
  readonly start: Lanes;
  readonly stated: Lanes;
  readonly ramp: Lanes;
  readonly cancelled: Lanes;
  readonly p: Lanes;
  readonly q: Lanes;
}

function powerAt(phase: RampedPhase, month: number, out: Lanes): void {
  const { shape, start, stated, ramp, cancelled, p, q } = phase;
  for (let l = 0; l < out.length; l += 1) {
    const elapsed = month + 1 - start[l];
    if (elapsed <= 0 || cancelled[l] >= 0.5) out[l] = 0;
    else out[l] = elapsed < ramp[l] ? elapsed / ramp[l] : 1;
  }
  shapeRamp(shape, out, p, q);
  scale(out, stated);
}
