import type { Kernel } from '#shared/engine/kernel.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { createCompiledKernel } from './compiled/compiled-kernel.ts';
import { createRecent } from './recent.ts';

/** Draws computed side by side: so many that the loops pay, so few that a block stays in the cache. */
export const usualLanes = 128;

/** Gives the kernel of a plan for some measures, as the thread keeps it between jobs, edits of figures included. */
export type Kernels = (model: ShapedPlan, measures: readonly string[], lanes?: number) => Kernel;

/** A plan, and what is the same for plans that differ in figures only. */
export interface ShapedPlan {
  readonly shape: string;
  readonly plan: Plan;
}

/** Kernels hold their working memory; enough for the scenario in hand, an analysis of it, and what it is compared with. */
const kept = 4;

/** Makes the memory of kernels of one thread. */
export function createKernels(): Kernels {
  const kernels = createRecent<Kernel>(kept);
  return ({ shape, plan }, measures, lanes = usualLanes) =>
    kernels.get(`${shape} ${lanes} ${measures.join(' ')}`, () => createCompiledKernel(plan, lanes, measures));
}
