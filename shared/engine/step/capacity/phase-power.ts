import type { Block, Lanes } from '../../block/block.ts';
import { highest, lowest } from '../../lanes/operations.ts';
import { elapsedShare } from '../../loops/capacity.ts';
import { scale } from '../../loops/elementwise.ts';
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
  const ramp = block.input(phase.rampMonths);
  const powerAt = rampedPower(block, phase, start, ramp, power);
  const openingAt = rampedPower(block, phase, start, ramp, opening);
  let firstMonth = 0;
  let fullMonth = 0;
  let hasChanged = false;

  block.onStart(() => {
    openingAt(-1);
    firstMonth = Math.floor(lowest(start)) - 1;
    fullMonth = Math.ceil(highest(start) + Math.max(0, highest(ramp))) + 1;
  });
  block.onMonth((m) => {
    hasChanged = m === 0 || (m >= firstMonth && m <= fullMonth);
    if (hasChanged) powerAt(m);
  });
  return { phase, start, power, opening, hasChanged: () => hasChanged };
}

/** Prepares the power of a phase at the end of a month. */
function rampedPower(
  block: Block,
  phase: PhasePlan,
  start: Lanes,
  ramp: Lanes,
  out: Lanes,
): (month: number) => void {
  const elapse = block.loop(elapsedShare, out, start, ramp, block.input(phase.isCancelled));
  const shape = shapeRamp(block.loop, phase.shape, out, block.input(phase.bassP), block.input(phase.bassQ));
  const fill = block.loop(scale, out, block.input(phase.powerMw));
  return (month) => {
    elapse(month);
    shape();
    fill();
  };
}
