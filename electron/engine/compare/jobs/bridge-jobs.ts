import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { drawCoalitions } from '#shared/engine/compare/drawn-coalitions.ts';
import type { Kernel, MakeKernel } from '#shared/engine/kernel.ts';
import { planShape } from '#shared/engine/plan/plan-shape.ts';
import type { SamplingFault } from '#shared/engine/random/sampling-fault.ts';
import { bridgeCoalitions, centralBridge, drawnBridge } from '#shared/scenario/compare/bridge.ts';
import { cornersOf } from '#shared/scenario/compare/corners.ts';
import { createCompiledKernel } from '../../compiled/compiled-kernel.ts';
import { numbersIn } from '../../draw-memory.ts';
import type { Performers } from '../../job.ts';
import { createRecent } from '../../recent.ts';
import { cancelled } from '../../run-fault.ts';
import type { CompareJobs } from '../compare-jobs.ts';
import type { Sides } from '../sides.ts';

type BridgeJob = 'centralBridge' | 'bridgeSize' | 'drawBridge' | 'drawnBridge' | 'corners';

/** Enough for the draws of a bridge to find their kernel again, job after job. */
const keptKernels = 2;

/** Makes the jobs that explain the difference of two scenarios. */
export function bridgeJobs(sides: Sides): Pick<Performers<CompareJobs>, BridgeJob> {
  const kernels = createRecent<Kernel>(keptKernels);
  const makeKernel: MakeKernel = (plan, lanes, wanted) =>
    kernels.get(`${planShape(plan)} ${lanes} ${wanted.join(' ')}`, () =>
      createCompiledKernel(plan, lanes, wanted),
    );
  return {
    centralBridge: (wish, control) => {
      const made = sides.bridge(wish);
      if (!made.ok) return made;
      return settled(centralBridge(made.value, wish.figure.at, control));
    },
    bridgeSize: (wish) => {
      const made = sides.bridge(wish);
      return made.ok ? ok({ coalitions: bridgeCoalitions(made.value).count }) : made;
    },
    drawBridge: ({ wish, figures, fullDraws, from, to }, control) => {
      const made = sides.bridge(wish);
      if (!made.ok) return made;
      const { model } = made.value;
      const drawn = drawCoalitions(
        {
          model,
          coalitions: bridgeCoalitions(made.value),
          figures: { draws: wish.draws, fullDraws, values: numbersIn(figures) },
          fromDraw: from,
          toDraw: to,
          makeKernel,
        },
        control,
      );
      const done = settled(drawn);
      return done.ok ? ok(null) : done;
    },
    drawnBridge: ({ wish, figures, fullDraws, statistic }, control) => {
      const made = sides.bridge(wish);
      if (!made.ok) return made;
      const drawn = { draws: wish.draws, fullDraws, values: numbersIn(figures) };
      return settled(drawnBridge(made.value, wish.figure.at, statistic, drawn, control));
    },
    corners: (wish) => {
      const made = sides.bridge(wish);
      return made.ok ? settled(cornersOf(made.value)) : made;
    },
  };
}

function settled<T>(outcome: Outcome<T, SamplingFault | 'cancelled'>): Outcome<T, Fault> {
  if (outcome.ok) return outcome;
  if (outcome.error === 'cancelled') return fail(cancelled);
  return fail({ kind: 'refused', message: outcome.error.message });
}
