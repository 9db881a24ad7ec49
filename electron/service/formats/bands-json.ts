import { orNull } from '#shared/base/finite.ts';
import type { SimulationResult } from '#shared/contract/results.ts';

/** Gives what a simulation adds to the object that stands for a run: draws, bands by measure, checks on the draws. */
export function describeBands({ done, wanted, isSettled, bands, checks }: SimulationResult): object {
  const plain = (values: Float64Array): (number | null)[] => Array.from(values, orNull);
  const entries = bands.map(({ id, p5, p25, p50, p75, p95, mean, standardError, medianError, answered }) => [
    id,
    {
      p5: plain(p5),
      p25: plain(p25),
      p50: plain(p50),
      p75: plain(p75),
      p95: plain(p95),
      mean: plain(mean),
      standardError: plain(standardError),
      medianError: plain(medianError),
      answered: plain(answered),
    },
  ]);
  return {
    draws: done,
    drawsWanted: wanted,
    isSettled,
    bands: Object.fromEntries(entries),
    checksOnDraws: checks.map(({ firstBrokenByMonth, ...check }) => ({
      ...check,
      firstBrokenByMonth: plain(firstBrokenByMonth),
    })),
  };
}
