import { Session } from 'node:inspector/promises';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { fillCentral } from '#shared/engine/random/central.ts';
import { createCompiledKernel } from '../../electron/engine/compiled/compiled-kernel.ts';
import { usualLanes as lanes } from '../../electron/engine/kernels.ts';
import { timedMeasures } from './deal-book.ts';

const warmRuns = 400;
const runs = 50;
/** Average distance of the samples on the heap; small, so that a number put there every month cannot stay unseen. */
const sampleBytes = 64;

interface ProfileNode {
  readonly callFrame: { readonly url: string };
  readonly selfSize: number;
  readonly children: readonly ProfileNode[];
}

/**
 * Measures what a month of the kernel puts on the heap, also what is collected at once: a run of all months less a run of half of
 * them, so that what a run costs however long it is does not count.
 */
export async function heapPerMonth(plan: Plan): Promise<number> {
  const half = Math.floor(plan.months / 2);
  // The first time, the profiler sets itself up.
  await heapPerRun(plan);
  const long = await heapPerRun(plan);
  const short = await heapPerRun({ ...plan, months: half });
  return Math.max(0, long - short) / (plan.months - half);
}

async function heapPerRun(plan: Plan): Promise<number> {
  const kernel = createCompiledKernel(plan, lanes, timedMeasures);
  const central = new Float64Array(plan.inputs.length);
  fillCentral(plan, central);
  central.forEach((value, slot) => {
    kernel.values.fill(value, slot * lanes, (slot + 1) * lanes);
  });
  for (let run = 0; run < warmRuns; run += 1) kernel.run();
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.startSampling', {
    samplingInterval: sampleBytes,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  for (let run = 0; run < runs; run += 1) kernel.run();
  const { profile } = await session.post('HeapProfiler.stopSampling');
  session.disconnect();
  return bytesOf(profile.head) / runs;
}

/** The profiler lives on the same heap; it and what it calls are left out. */
function bytesOf({ callFrame, selfSize, children }: ProfileNode): number {
  if (callFrame.url.startsWith('node:')) return 0;
  return children.reduce((sum, child) => sum + bytesOf(child), selfSize);
}
