import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Point } from '#shared/engine/analysis/figure.ts';
import { spreadOf } from '#shared/engine/analysis/spread.ts';
import type { SweepSpread } from '#shared/view/analysis/answers.ts';
import type { AnalysisWork } from './analysis-work.ts';
import { heldSamples } from './held-samples.ts';

/** Draws in hand at a time: enough to keep every thread busy, few enough to hold in memory. */
const drawsAtOnce = 32_768;

const columns = ['p10', 'p50', 'p90', 'p10Error', 'p50Error', 'p90Error', 'answered'] as const;

/** A sweep over draws, by point. */
export interface SpreadPoints extends SweepSpread {
  readonly p50: Float64Array;
}

/** Finds how a measure spreads at a month over the same draws at every point of a sweep. */
export async function sweepInDraws(
  work: AnalysisWork,
  figure: { readonly of: string; readonly month: number; readonly draws: number },
  points: readonly Point[],
): Promise<Outcome<SpreadPoints, Fault>> {
  const { draws } = figure;
  const empty = (): Float64Array => new Float64Array(points.length);
  const spread = {
    ...{ p10: empty(), p50: empty(), p90: empty() },
    ...{ p10Error: empty(), p50Error: empty(), p90Error: empty() },
    answered: empty(),
  };
  const pointsAtOnce = Math.max(1, Math.floor(drawsAtOnce / draws));
  for (let first = 0; first < points.length; first += pointsAtOnce) {
    if (work.stop.isStopped()) return fail(work.stop.reason());
    const some = points.slice(first, first + pointsAtOnce);
    const onProgress = (fraction: number): void =>
      work.onProgress((first + fraction * some.length) / points.length);
    const samples = await heldSamples(work, figure, some, onProgress);
    if (!samples.ok) return samples;
    samples.value.forEach((own, at) => {
      const found = spreadOf(own);
      for (const column of columns) spread[column][first + at] = found[column];
    });
  }
  return ok({ draws, ...spread });
}
