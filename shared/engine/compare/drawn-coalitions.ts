import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { RunControl } from '../control.ts';
import { createKernel } from '../create-kernel.ts';
import type { MakeKernel } from '../kernel.ts';
import type { SamplingFault } from '../random/sampling-fault.ts';
import { type CoalitionModel, type Coalitions, coalitionsByVariant } from './coalition-model.ts';
import { createLaneFiller } from './lane-filler.ts';

/** Figures of every coalition over draws, in memory that may be shared between threads. */
export interface CoalitionFigures {
  readonly draws: number;
  /**
   * Draws for which all coalitions are computed; for the others only those that come first: nobody, everybody, and those with one player or
   * all but one.
   */
  readonly fullDraws: number;
  /** `values[coalition * draws + draw]`; NaN where a draw has no answer. */
  readonly values: Float64Array;
}

/** A range of draws to be made for all coalitions. */
export interface DrawnCoalitions {
  readonly model: CoalitionModel;
  readonly coalitions: Coalitions;
  readonly figures: CoalitionFigures;
  readonly fromDraw: number;
  readonly toDraw: number;
  /** Kernels of the plain machine where not given; a kernel may be given again for the same plan. */
  readonly makeKernel?: MakeKernel;
}

/** Draws looked at together: so many that drawing is cheap, so few that a wish to stop is heard soon. */
const width = 64;

const plainKernel: MakeKernel = (plan, lanes, wanted) => createKernel(plan, { lanes, wanted });

/**
 * Computes the figure of every coalition for a range of draws. In each draw all coalitions share their luck: an input keeps the
 * random numbers of its key, read through whichever law the coalition gives it. Coalitions that agree in every number of a draw are
 * computed once. Asks whether it is cancelled before every few draws.
 */
export function drawCoalitions(
  { model, coalitions, figures, fromDraw, toDraw, makeKernel = plainKernel }: DrawnCoalitions,
  control: RunControl,
): Outcome<undefined, SamplingFault | 'cancelled'> {
  const split = Math.min(toDraw, Math.max(fromDraw, figures.fullDraws));
  const core: Coalitions = { ...coalitions, count: coalitions.core };
  const stretches = [
    { rows: coalitions, from: fromDraw, to: split },
    { rows: core, from: split, to: toDraw },
  ].filter(({ from, to }) => to > from);
  const work = stretches.reduce((sum, { rows, from, to }) => sum + rows.count * (to - from), 0);
  let done = 0;
  for (const { rows, from, to } of stretches) {
    const before = done;
    const share = rows.count * (to - from);
    const report = (fraction: number) => control.report((before + fraction * share) / work);
    const drawn = drawStretch(makeKernel, model, rows, figures, { from, to }, { ...control, report });
    if (!drawn.ok) return drawn;
    done += share;
  }
  return ok(undefined);
}

function drawStretch(
  makeKernel: MakeKernel,
  model: CoalitionModel,
  coalitions: Coalitions,
  figures: CoalitionFigures,
  { from, to }: { readonly from: number; readonly to: number },
  control: RunControl,
): Outcome<undefined, SamplingFault | 'cancelled'> {
  let done = 0;
  for (const [index, members] of coalitionsByVariant(model, coalitions)) {
    const variant = model.variant(index);
    if (variant.measure === null || Number.isNaN(variant.month)) {
      const value = variant.measure === null ? 0 : Number.NaN;
      for (const coalition of members) {
        const start = coalition * figures.draws;
        figures.values.fill(value, start + from, start + to);
      }
      continue;
    }
    const filler = createLaneFiller(makeKernel, model, variant, coalitions, members, width);
    for (let draw = from; draw < to; draw += width) {
      if (control.isCancelled()) return fail('cancelled');
      const filled = filler.compute(draw, Math.min(width, to - draw), figures);
      if (!filled.ok) return filled;
      const ofGroup = (Math.min(to, draw + width) - from) / (to - from);
      control.report((done + ofGroup * members.length) / coalitions.count);
    }
    done += members.length;
  }
  return ok(undefined);
}
