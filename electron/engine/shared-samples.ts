import type { Outcome } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import {
  createSampleStore,
  type SampleLayout,
  type SampleStore,
  sampleStoreBytes,
} from '#shared/engine/sample-store.ts';
import { bandTableLength } from '#shared/engine/summary/bands.ts';
import type { DrawMemory, SharedRegion } from './draw-memory.ts';
import { lendMemory, tooLarge } from './lend-memory.ts';
import type { PreparedSimulation } from './prepared-simulation.ts';
import type { Stop } from './stop.ts';

/** Memory that all threads see: the draws of a simulation, and the bands made from them. */
export interface SharedSamples {
  readonly layout: SampleLayout;
  /** A sample store of that layout. */
  readonly samples: SharedRegion;
  /** A table of bands of the same measures and months. */
  readonly bands: SharedRegion;
}

/** Lends memory for the draws of some simulations together, for as long as something is made of them. */
export function lendSamples<T>(
  memory: DrawMemory,
  prepared: readonly PreparedSimulation[],
  stop: Stop,
  use: (shared: readonly SharedSamples[]) => Promise<Outcome<T, Fault>>,
  firstDraw = 0,
): Promise<Outcome<T, Fault>> {
  const sizes = prepared.map(sampleBytes);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const refusal = (): Fault => noRoom(memory, prepared, bytes);
  return lendMemory(memory, { bytes, stop, refusal }, ({ buffer, offset }) => {
    let from = offset;
    const shared = prepared.map((one, at) => {
      const samples = samplesIn({ buffer, offset: from, bytes: sizes[at] ?? 0 }, one, firstDraw);
      from += sizes[at] ?? 0;
      return samples;
    });
    return use(shared);
  });
}

/** Returns the bytes that the draws of a simulation and their bands take. */
export function sampleBytes(prepared: PreparedSimulation): number {
  const bytes = bandBytes(layoutOf(prepared, 0)) + sampleStoreBytes(layoutOf(prepared, 0));
  // What lies behind begins at the place of a number again.
  return Math.ceil(bytes / Float64Array.BYTES_PER_ELEMENT) * Float64Array.BYTES_PER_ELEMENT;
}

/** Lays the draws of a simulation, or of a shard of one, into a region that has room for them. */
export function samplesIn(
  { buffer, offset }: SharedRegion,
  prepared: PreparedSimulation,
  firstDraw = 0,
): SharedSamples {
  const layout = layoutOf(prepared, firstDraw);
  const bands = { buffer, offset, bytes: bandBytes(layout) };
  return {
    layout,
    bands,
    samples: { buffer, offset: offset + bands.bytes, bytes: sampleStoreBytes(layout) },
  };
}

/** Reads shared samples as the engine does. */
export function storeOf({ layout, samples }: SharedSamples): SampleStore {
  return createSampleStore(layout, samples.buffer, samples.offset);
}

/** Says with the numbers why simulations are refused that would have to hold so many bytes at once. */
export function noRoom(
  memory: DrawMemory,
  prepared: readonly PreparedSimulation[],
  bytes: number,
  atATime = '',
): Fault {
  const [draws, months, measures] = [
    Math.max(...prepared.map((one) => one.draws)),
    Math.max(...prepared.map((one) => one.months)),
    prepared.reduce((sum, one) => sum + one.measures.length, 0),
  ];
  const affordable = roundedDown((draws * memory.ceilingBytes) / bytes);
  const who = `${draws} draws of ${measures} measure${measures === 1 ? '' : 's'} over ${months} months${atATime}`;
  return tooLarge(memory, who, bytes, `Ask for about ${affordable} draws or for fewer measures.`);
}

/** Keeps two digits: nobody asks for 13,717 draws. */
function roundedDown(count: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return Math.max(1, Math.floor(count / power) * power);
}

function layoutOf({ draws, months, measures, checks }: PreparedSimulation, firstDraw: number): SampleLayout {
  return { measures: measures.length, months, checks: checks.length, firstDraw, draws };
}

function bandBytes({ measures, months }: SampleLayout): number {
  return bandTableLength(measures, months) * Float64Array.BYTES_PER_ELEMENT;
}
