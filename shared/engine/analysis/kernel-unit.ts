import { drawFromUniforms } from '../distribution/drawn-law.ts';
import type { Kernel } from '../kernel.ts';
import { fillCertain, type Sampler } from '../random/sampler.ts';
import type { Figure } from './figure.ts';
import type { UnitEvaluator } from './unit-evaluator.ts';

/**
 * Makes an evaluator over the unit cube: coordinate `d` is the probability at which the law of the `d`-th uncertain input is
 * read. Correlations are left aside, as indices of variance are only defined for independent inputs.
 */
export function kernelUnit(kernel: Kernel, sampler: Sampler, figures: readonly Figure[]): UnitEvaluator {
  const { lanes, values } = kernel;
  const { uncertain } = sampler;
  return {
    dimensions: uncertain.length,
    outputs: figures.length,
    evaluate: (unit, count) => {
      const result = new Float64Array(figures.length * count);
      fillCertain(sampler, lanes, values);
      for (let first = 0; first < count; first += lanes) {
        const used = Math.min(lanes, count - first);
        uncertain.forEach(({ slot, drawn }, dimension) => {
          const from = dimension * count + first;
          values.fill(0.5, slot * lanes + used, (slot + 1) * lanes);
          values.set(unit.subarray(from, from + used), slot * lanes);
          drawFromUniforms(drawn, values, slot * lanes, lanes);
        });
        kernel.run();
        figures.forEach(({ measure, month }, figure) => {
          const from = month * lanes;
          result.set(kernel.results[measure].subarray(from, from + used), figure * count + first);
        });
      }
      return result;
    },
  };
}
