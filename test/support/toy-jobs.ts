import { fail, ok } from '#shared/base/outcome.ts';
import type { Performers } from '../../electron/engine/job.ts';

/** Jobs that behave well and badly on purpose. */
export type ToyJobs = {
  readonly double: { readonly input: Float64Array; readonly output: Float64Array };
  readonly refuse: { readonly input: string; readonly output: never };
  readonly throw: { readonly input: string; readonly output: never };
  /** Counts in shared memory until stopped. */
  readonly spin: { readonly input: { readonly turns: SharedArrayBuffer }; readonly output: string };
  readonly spinDeaf: { readonly input: null; readonly output: never };
  readonly die: { readonly input: null; readonly output: never };
  readonly steps: { readonly input: number; readonly output: number };
};

export const toyPerformers: Performers<ToyJobs> = {
  double: (input) => ok(input.map((value) => value * 2)),
  refuse: (message) => fail({ kind: 'refused', message }),
  throw: (message) => {
    throw new Error(message);
  },
  spin: ({ turns }, control) => {
    const count = new Int32Array(turns);
    while (!control.isCancelled()) Atomics.add(count, 0, 1);
    return fail({ kind: 'cancelled' });
  },
  spinDeaf: () => {
    for (;;) Math.sqrt(2);
  },
  die: () => process.exit(7),
  steps: (count, control) => {
    for (let step = 1; step <= count; step += 1) control.report(step / count);
    return ok(count);
  },
};
