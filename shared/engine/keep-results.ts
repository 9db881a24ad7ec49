import type { Kernel } from './kernel.ts';
import type { SampleStore } from './sample-store.ts';

/** Copies the first `count` lanes of what a kernel has computed to a store, from `place` on. */
export function keepResults(kernel: Kernel, store: SampleStore, place: number, count: number): void {
  const { lanes, months } = kernel;
  const { values, firstBroken, draws } = store;
  for (let measure = 0; measure < store.measures; measure++) {
    const result = kernel.results[measure];
    for (let month = 0; month < months; month++) {
      const from = month * lanes;
      const to = (measure * months + month) * draws + place;
      for (let lane = 0; lane < count; lane++) values[to + lane] = result[from + lane];
    }
  }
  for (let check = 0; check < store.checks; check++) {
    const from = check * lanes;
    const to = check * draws + place;
    for (let lane = 0; lane < count; lane++) firstBroken[to + lane] = kernel.checks[from + lane];
  }
}
