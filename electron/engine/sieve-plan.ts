import { keptShare } from '#shared/engine/sieve/aim-sieve.ts';
import { PAGE_DRAWS } from '#shared/engine/sieve/kept-pages.ts';
import { scoutDraws } from '#shared/engine/sieve/sieve.ts';
import { pagesWithin, type SieveLayout, type SieveMemory } from '#shared/engine/sieve/slice-sieve.ts';
import type { SharedRegion } from './draw-memory.ts';
import type { PreparedSimulation } from './prepared-simulation.ts';
import { type SharedSamples, sampleBytes, samplesIn } from './shared-samples.ts';

/** How draws that memory cannot hold are summed up as they come: sizes of what is kept of them. */
export interface SievePlan {
  /** First draws, of which all is kept until they have aimed the sieves; later ones come in their place. */
  readonly pilotDraws: number;
  readonly sieve: SieveLayout;
}

/** The memory of a run with sieves. */
export interface SievedMemory {
  /** Begins with the pilot draws, laid out as in a run that holds them all. */
  readonly pilot: SharedSamples;
  /** The months in which checks fail, of all draws, without measures. */
  readonly checks: SharedSamples;
  readonly scouts: SharedSamples;
  readonly sieve: SieveMemory;
}

/** Bins are kept whole, so that more is kept than the ranks that are looked for; a little more room costs nothing until it is used. */
const slack = 1.25;

/**
 * Plans the sieves of a run for some memory, aimed by the most of the numbers of first draws for which there is room; null where there
 * is for none of them.
 */
export function planSieve(
  prepared: PreparedSimulation,
  pilots: readonly number[],
  bytes: number,
): SievePlan | null {
  const { draws } = prepared;
  const slices = prepared.measures.length * prepared.months;
  for (const pilotDraws of [...pilots].sort((one, two) => two - one)) {
    const room = bytes - bytesBefore(prepared, pilotDraws);
    const kept = Math.min(1, slack * keptShare(pilotDraws)) * draws;
    // The last page of a slice is half empty.
    const needed = slices * (Math.ceil(kept / PAGE_DRAWS) + 1);
    const pages = Math.min(pagesWithin(room, slices, draws), slices * (Math.ceil(draws / PAGE_DRAWS) + 1));
    if (pages >= needed) return { pilotDraws, sieve: { slices, draws, pages } };
  }
  return null;
}

/** Lays what a plan needs into a region. */
export function sieveMemoryIn(
  { buffer, offset, bytes }: SharedRegion,
  prepared: PreparedSimulation,
  { pilotDraws, sieve }: SievePlan,
): SievedMemory {
  const sizes = sizesBefore(prepared, pilotDraws);
  const at = (index: number): SharedRegion => {
    const before = sizes.slice(0, index).reduce((sum, size) => sum + size, 0);
    return { buffer, offset: offset + before, bytes: sizes[index] ?? bytes - before };
  };
  return {
    pilot: samplesIn(at(0), { ...prepared, draws: pilotDraws }),
    checks: samplesIn(at(1), { ...prepared, measures: [] }),
    scouts: samplesIn(at(2), scoutsOf(prepared)),
    sieve: { layout: sieve, buffer, offset: at(3).offset },
  };
}

function bytesBefore(prepared: PreparedSimulation, pilotDraws: number): number {
  return sizesBefore(prepared, pilotDraws).reduce((sum, size) => sum + size, 0);
}

function sizesBefore(prepared: PreparedSimulation, pilotDraws: number): readonly number[] {
  return [
    sampleBytes({ ...prepared, draws: pilotDraws }),
    sampleBytes({ ...prepared, measures: [] }),
    sampleBytes(scoutsOf(prepared)),
  ];
}

function scoutsOf(prepared: PreparedSimulation): PreparedSimulation {
  return { ...prepared, checks: [], draws: scoutDraws(prepared.draws).length };
}
