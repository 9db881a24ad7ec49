import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { RunControl } from '../control.ts';
import type { Kernel } from '../kernel.ts';
import { fillBlock, fillCertain, type Sampler } from '../random/sampler.ts';
import type { Figure, Point } from './figure.ts';

/**
 * Returns figures over draws `fromDraw` … `fromDraw + draws - 1` with some inputs held at given values:
 * `result[figure * draws + draw - fromDraw]`. All other draws are those of the run itself, so two calls differ by their
 * overrides alone.
 */
export function kernelDraws(
  kernel: Kernel,
  sampler: Sampler,
  overrides: Point,
  draws: number,
  figures: readonly Figure[],
  control: RunControl,
  fromDraw = 0,
): Outcome<Float64Array, 'cancelled'> {
  const { lanes, values } = kernel;
  const result = new Float64Array(figures.length * draws);
  fillCertain(sampler, lanes, values);
  for (let first = 0; first < draws; first += lanes) {
    if (control.isCancelled()) return fail('cancelled');
    const count = Math.min(lanes, draws - first);
    fillBlock(sampler, fromDraw + first, lanes, values);
    for (const { slot, value } of overrides) values.fill(value, slot * lanes, (slot + 1) * lanes);
    kernel.run();
    figures.forEach(({ measure, month }, figure) => {
      const from = month * lanes;
      result.set(kernel.results[measure].subarray(from, from + count), figure * draws + first);
    });
    control.report((first + count) / draws);
  }
  return ok(result);
}
