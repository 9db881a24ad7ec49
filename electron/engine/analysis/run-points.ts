import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Figure, Point } from '#shared/engine/analysis/figure.ts';
import { usualLanes } from '../kernels.ts';
import { runPieces } from '../stretches.ts';
import type { AnalysisWork } from './analysis-work.ts';

/** Runs the model at single points on all threads: `result[point * figures + figure]`. */
export async function runPoints(
  { runner, scenario, stop, onProgress }: AnalysisWork,
  measures: readonly string[],
  figures: readonly Figure[],
  points: readonly Point[],
): Promise<Outcome<Float64Array, Fault>> {
  const pieces = Array.from({ length: Math.ceil(points.length / usualLanes) }, (_, piece) => {
    const own = points.slice(piece * usualLanes, (piece + 1) * usualLanes);
    return { scenario, measures, figures, points: own };
  });
  const parts = await runPieces(runner, 'points', pieces, stop, onProgress);
  if (!parts.ok) return fail(parts.error);
  const result = new Float64Array(points.length * figures.length);
  parts.value.forEach((part, piece) => {
    const count = part.length / figures.length;
    part.forEach((value, place) => {
      const point = piece * usualLanes + (place % count);
      result[point * figures.length + Math.floor(place / count)] = value;
    });
  });
  return ok(result);
}
