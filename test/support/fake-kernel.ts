import type { Kernel } from '#shared/engine/kernel.ts';
import type { MeasureInfo } from '#shared/engine/projection.ts';

/** One measure of a fake kernel: the value in a month from the inputs of one draw. */
export type FakeMeasure = (inputs: readonly number[], month: number) => number;

/** A kernel over any functions, for tests of what surrounds the model. Check 0 breaks in the first month the first measure is negative. */
export function fakeKernel(
  inputs: number,
  lanes: number,
  months: number,
  measures: Readonly<Record<string, FakeMeasure>>,
): Kernel & { readonly runs: () => number } {
  const values = new Float64Array(inputs * lanes);
  const results = Object.values(measures).map(() => new Float64Array(months * lanes));
  const checks = new Int32Array(lanes);
  let runs = 0;
  return {
    lanes,
    months,
    measures: Object.keys(measures).map(info),
    values,
    results,
    checks,
    runs: () => runs,
    run: (isCancelled) => {
      if (isCancelled?.() === true) return false;
      runs += 1;
      checks.fill(-1);
      for (let lane = 0; lane < lanes; lane++) {
        const own = Array.from({ length: inputs }, (_, slot) => values[slot * lanes + lane] ?? Number.NaN);
        Object.values(measures).forEach((measure, index) => {
          for (let month = 0; month < months; month++) {
            const value = measure(own, month);
            const result = results[index];
            if (result !== undefined) result[month * lanes + lane] = value;
            if (index === 0 && value < 0 && checks[lane] === -1) checks[lane] = month;
          }
        });
      }
      return true;
    },
  };
}

function info(id: string): MeasureInfo {
  return { id, label: id, unit: '1', kind: 'stock', meaning: '', formula: '' };
}
