import { fail, ok } from '#shared/base/outcome.ts';
import { type AimSieve, createAim } from '#shared/engine/sieve/aim-sieve.ts';
import { type CloseSlice, createCloseSlice } from '#shared/engine/sieve/close-slice.ts';
import { aimSieve, closeSieve, siftDraws } from '#shared/engine/sieve/sieve.ts';
import { createSiftSlice } from '#shared/engine/sieve/sift-slice.ts';
import { numbersIn } from '../draw-memory.ts';
import type { Performers } from '../job.ts';
import type { ModelJobs } from '../model-jobs.ts';
import { createRecent } from '../recent.ts';
import { cancelled } from '../run-fault.ts';
import { storeOf } from '../shared-samples.ts';

/** Makes the jobs that sum up draws as they come, with memory that a thread keeps from one piece to the next. */
export function sieveJobs(): Pick<Performers<ModelJobs>, 'aim' | 'sift' | 'close'> {
  const aims = createRecent<AimSieve>(1);
  const closings = createRecent<CloseSlice>(1);
  const siftSlice = createSiftSlice();
  return {
    aim: ({ sieve, pilot, scouts, from, to }, control) => {
      const { draws } = pilot.layout;
      const aiming = { pilot: storeOf(pilot), scouts: storeOf(scouts), fromSlice: from, toSlice: to };
      const aim = aims.get(String(draws), () => createAim(draws));
      const made = aimSieve({ sieve, ...aiming }, control, aim, siftSlice);
      return made.ok ? ok(null) : fail(cancelled);
    },
    sift: ({ sieve, shared, from, to }, control) => {
      const sifting = { sieve, store: storeOf(shared), fromSlice: from, toSlice: to };
      return siftDraws(sifting, control, siftSlice).ok ? ok(null) : fail(cancelled);
    },
    close: ({ sieve, months, bands, from, to }, control) => {
      const { draws } = sieve.layout;
      const closing = { months, table: numbersIn(bands), fromSlice: from, toSlice: to };
      const close = closings.get(String(draws), () => createCloseSlice(draws));
      const untold = closeSieve({ sieve, ...closing }, control, close);
      return untold.ok ? untold : fail(cancelled);
    },
  };
}
