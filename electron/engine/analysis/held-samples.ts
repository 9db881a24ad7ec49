import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Point } from '#shared/engine/analysis/figure.ts';
import { planChunks } from '../rounds.ts';
import { runPieces } from '../stretches.ts';
import type { AnalysisWork } from './analysis-work.ts';

/** One figure of a scenario over so many draws. */
interface HeldFigure {
  readonly of: string;
  readonly month: number;
  readonly draws: number;
}

/** Draws a figure once for each point, its inputs held there and all others the same draws each time; samples by point. */
export async function heldSamples(
  { runner, scenario, stop }: Omit<AnalysisWork, 'onProgress'>,
  { of, month, draws }: HeldFigure,
  points: readonly Point[],
  onProgress?: (fraction: number) => void,
): Promise<Outcome<readonly Float64Array[], Fault>> {
  const stretches = planChunks({ from: 0, to: draws }, runner.threads);
  const pieces = points.flatMap((held) =>
    stretches.map((stretch) => {
      return { scenario, measure: of, month, held, ...stretch };
    }),
  );
  const parts = await runPieces(runner, 'held', pieces, stop, onProgress);
  if (!parts.ok) return fail(parts.error);
  return ok(
    points.map((_, point) => {
      const samples = new Float64Array(draws);
      stretches.forEach(({ from }, piece) => {
        samples.set(parts.value[point * stretches.length + piece] ?? [], from);
      });
      return samples;
    }),
  );
}
