import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { RunControl } from './control.ts';
import { keepResults } from './keep-results.ts';
import type { Kernel } from './kernel.ts';
import { fillBlock, fillCertain, type Sampler } from './random/sampler.ts';
import type { SampleStore } from './sample-store.ts';

/** Some draws to be made, wherever in a run they stand. */
export interface SomeDraws {
  readonly sampler: Sampler;
  readonly kernel: Kernel;
  /** Takes them up one after another in the order of `draws`; it has no more places than those. */
  readonly store: SampleStore;
  readonly draws: Int32Array;
}

/** Makes single draws, with the bits they have in the whole run. Asks whether it is cancelled before every month of a block. */
export function simulateSome(
  { sampler, kernel, store, draws }: SomeDraws,
  control: RunControl,
): Outcome<undefined, 'cancelled'> {
  const { lanes, values } = kernel;
  const one = new Float64Array(sampler.inputs);
  fillCertain(sampler, lanes, values);
  fillCertain(sampler, 1, one);
  for (let from = 0; from < draws.length; from += lanes) {
    const count = Math.min(lanes, draws.length - from);
    for (let lane = 0; lane < lanes; lane++) {
      // Spare lanes repeat the last draw.
      fillBlock(sampler, draws[from + Math.min(lane, count - 1)], 1, one);
      for (let slot = 0; slot < one.length; slot++) values[slot * lanes + lane] = one[slot];
    }
    if (!kernel.run(control.isCancelled)) return fail('cancelled');
    keepResults(kernel, store, from, count);
  }
  return ok(undefined);
}
