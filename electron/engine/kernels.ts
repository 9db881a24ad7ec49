import type { Kernel } from '#shared/engine/kernel.ts';
import { createCompiledKernel } from './compiled/compiled-kernel.ts';
import type { Model } from './model.ts';
import { createRecent } from './recent.ts';

/** Draws computed side by side: so many that the loops pay, so few that a block stays in the cache. */
export const usualLanes = 128;

/** Gives the kernel of a model for some measures, as the thread keeps it between jobs, edits of figures included. */
export type Kernels = (model: Model, measures: readonly string[], lanes?: number) => Kernel;

/** Kernels hold their working memory; enough for the scenario in hand, an analysis of it, and what it is compared with. */
const kept = 4;

/** Makes the memory of kernels of one thread. */
export function createKernels(): Kernels {
  const kernels = createRecent<Kernel>(kept);
  return (model, measures, lanes = usualLanes) =>
    kernels.get(`${model.shape} ${lanes} ${measures.join(' ')}`, () =>
      createCompiledKernel(model.compiled.plan, lanes, measures),
    );
}
