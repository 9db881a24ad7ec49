import { invariant } from '#shared/base/assert.ts';
import type { Kernel } from '../kernel.ts';
import type { EvaluatePoints, Figure, Point } from './figure.ts';

/**
 * Makes an evaluator of single runs around the central path, as many at a time as the kernel has lanes. `central` holds the central
 * value of every input by slot.
 */
export function kernelPoints(
  kernel: Kernel,
  central: Float64Array,
  figures: readonly Figure[],
): EvaluatePoints {
  const { lanes, values } = kernel;
  invariant(values.length === central.length * lanes, 'the kernel has the inputs of the central values');
  return (points) => {
    const result = new Float64Array(figures.length * points.length);
    for (let first = 0; first < points.length; first += lanes) {
      const count = Math.min(lanes, points.length - first);
      central.forEach((value, slot) => {
        values.fill(value, slot * lanes, (slot + 1) * lanes);
      });
      for (let lane = 0; lane < count; lane++) putOverrides(points[first + lane], lane, lanes, values);
      kernel.run();
      figures.forEach(({ measure, month }, figure) => {
        const from = month * lanes;
        const found = kernel.results[measure].subarray(from, from + count);
        result.set(found, figure * points.length + first);
      });
    }
    return result;
  };
}

function putOverrides(point: Point, lane: number, lanes: number, values: Float64Array): void {
  for (const { slot, value } of point) values[slot * lanes + lane] = value;
}
