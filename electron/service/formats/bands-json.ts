import { orNull } from '#shared/base/finite.ts';
import type { SimulationResult } from '#shared/contract/results.ts';
import type { Bands } from '#shared/engine/summary/bands.ts';

/** Gives what a simulation adds to the object that stands for a run: draws, bands by measure, checks on the draws. */
export function describeBands({ done, wanted, isSettled, bands, checks }: SimulationResult): object {
  return {
    draws: done,
    drawsWanted: wanted,
    isSettled,
    bands: Object.fromEntries(bands.map((band) => [band.id, describeBand(band)])),
    checksOnDraws: checks.map(({ firstBrokenByMonth, ...check }) => ({
      ...check,
      firstBrokenByMonth: plain(firstBrokenByMonth),
    })),
  };
}

/** Gives the bands of one measure as plain arrays by month; no answer is null. */
export function describeBand(bands: Bands): object {
  const { p5, p25, p50, p75, p95, mean, standardError, medianError, answered } = bands;
  return {
    p5: plain(p5),
    p25: plain(p25),
    p50: plain(p50),
    p75: plain(p75),
    p95: plain(p95),
    mean: plain(mean),
    standardError: plain(standardError),
    medianError: plain(medianError),
    answered: plain(answered),
  };
}

function plain(values: Float64Array): (number | null)[] {
  return Array.from(values, orNull);
}
