import { invariant } from '#shared/base/assert.ts';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { RunControl } from './control.ts';
import { keepResults } from './keep-results.ts';
import type { Kernel } from './kernel.ts';
import { fillBlock, fillCertain, type Sampler } from './random/sampler.ts';
import type { SampleStore } from './sample-store.ts';

/** One range of draws to be made: whence, by what, whereto. */
export interface Simulation {
  readonly sampler: Sampler;
  readonly kernel: Kernel;
  readonly store: SampleStore;
  /** Draws `fromDraw` … `toDraw - 1`, counted over the whole run; the store must hold them. */
  readonly fromDraw: number;
  readonly toDraw: number;
}

/**
 * Makes a range of draws block by block and writes every result to its place in the store. Draw, result and place depend on the draw's
 * index alone, so the same bits come out of any division into ranges, on any number of threads. Asks whether it is
 * cancelled before every month of a block; what is stored by then stays.
 */
export function simulate(simulation: Simulation, control: RunControl): Outcome<undefined, 'cancelled'> {
  const { sampler, kernel, store, fromDraw, toDraw } = simulation;
  const { lanes } = kernel;
  invariant(kernel.values.length === sampler.inputs * lanes, 'the kernel has the inputs of the sampler');
  invariant(
    store.measures === kernel.measures.length && store.months === kernel.months,
    'the store has the measures and months of the kernel',
  );
  invariant(
    fromDraw >= store.firstDraw && toDraw <= store.firstDraw + store.draws,
    `the store holds draws ${fromDraw} to ${toDraw}`,
  );
  fillCertain(sampler, lanes, kernel.values);
  for (let draw = fromDraw; draw < toDraw; draw += lanes) {
    // The last block may be partly beyond the range: its spare lanes compute further draws that are not kept.
    fillBlock(sampler, draw, lanes, kernel.values);
    if (!kernel.run(control.isCancelled)) return fail('cancelled');
    keepResults(kernel, store, draw - store.firstDraw, Math.min(lanes, toDraw - draw));
    control.report(Math.min(1, (draw + lanes - fromDraw) / (toDraw - fromDraw)));
  }
  return ok(undefined);
}
