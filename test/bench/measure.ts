/** One line of the table: what was measured, how much of it, and what it ought to be. */
export interface Row {
  readonly leg: string;
  readonly what: string;
  /** NaN where the row is a notice that something could not be measured. */
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'KB' | '×' | 'bytes' | 'ns';
  /** The value not to be passed (or, for a speed-up, to be reached); null where nothing is asked. */
  readonly goal: number | null;
  readonly isGoalAFloor?: boolean;
}

/** A leg of the bench: its name, and how it is measured. */
export interface Leg {
  readonly name: string;
  readonly run: () => Promise<readonly Row[]>;
}

/** Returns the value below which a share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Returns the median time of some runs, milliseconds, after some that warm up and do not count. */
export function medianTime(runs: number, warmUps: number, work: () => void): number {
  const times: number[] = [];
  for (let run = 0; run < runs + warmUps; run += 1) {
    const started = performance.now();
    work();
    if (run >= warmUps) times.push(performance.now() - started);
  }
  return percentile(times, 0.5);
}

/** The same for work that has to be waited for. */
export async function medianTimeOf(
  runs: number,
  warmUps: number,
  work: () => Promise<unknown>,
): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs + warmUps; run += 1) {
    const started = performance.now();
    await work();
    if (run >= warmUps) times.push(performance.now() - started);
  }
  return percentile(times, 0.5);
}
