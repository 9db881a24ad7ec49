import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { DrawMemory, Lease, SharedRegion } from './draw-memory.ts';
import type { Stop } from './stop.ts';

/** Memory that is wanted for some work. */
export interface MemoryWish {
  readonly bytes: number;
  /** What will do where there is less; all of it where not given. */
  readonly least?: number;
  readonly stop: Stop;
  /** Why the work is refused that needs more than there can ever be. */
  readonly refusal: () => Fault;
}

/**
 * Takes memory for some work. Refuses it before it starts where it needs more than there is for all runs together; where others
 * have the memory now, it is their turn, and the work waits until one of them ends or it is stopped itself. Whoever has memory
 * must not ask for more, so that nobody ever waits for somebody who waits.
 */
export async function claimMemory(
  memory: DrawMemory,
  { bytes, least = bytes, stop, refusal }: MemoryWish,
): Promise<Outcome<Lease, Fault>> {
  if (least > memory.ceilingBytes) return fail(refusal());
  for (;;) {
    if (stop.isStopped()) return fail(stop.reason());
    const lease = memory.take(bytes, least);
    if (lease !== null) return ok(lease);
    await nextRelease(memory, stop);
  }
}

/** Lends a region of memory for the time of some work. */
export async function lendMemory<T>(
  memory: DrawMemory,
  wish: MemoryWish,
  use: (region: SharedRegion) => Promise<Outcome<T, Fault>>,
): Promise<Outcome<T, Fault>> {
  const lease = await claimMemory(memory, wish);
  if (!lease.ok) return lease;
  try {
    return await use(lease.value.region);
  } finally {
    lease.value.release();
  }
}

/** Words the refusal of work that needs too much: who needs it, such as `4096 runs`, and what to ask for instead. */
export function tooLarge(memory: DrawMemory, who: string, bytes: number, advice: string): Fault {
  const ceiling = `at most ${inMegabytes(memory.ceilingBytes)} are allowed for all runs together`;
  return { kind: 'too-large', message: `${who} need ${inMegabytes(bytes)}; ${ceiling}. ${advice}` };
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / (1024 * 1024))} MB`;
}

/** Waits until somebody gives memory up, or until nobody wants it any more. */
function nextRelease(memory: DrawMemory, stop: Stop): Promise<void> {
  return new Promise((done) => {
    const forget = [memory.onRelease(end), stop.onStop(end)];
    function end(): void {
      for (const one of forget) one();
      done();
    }
  });
}
