import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { RunControl } from '../control.ts';
import { scoutBins, scoutStride } from '../numeric/bins.ts';
import { type SampleStore, samplesAt } from '../sample-store.ts';
import { BAND_FIGURES, bandPlace } from '../summary/bands.ts';
import { type AimSieve, createAim } from './aim-sieve.ts';
import { appendKept, gatherKept } from './append-kept.ts';
import { type CloseSlice, createCloseSlice } from './close-slice.ts';
import type { KeptPages } from './kept-pages.ts';
import { createSiftSlice, type SiftSlice } from './sift-slice.ts';
import {
  clearSieve,
  copyCounts,
  FOLLOWS,
  KEPT,
  keptPagesOf,
  LOST,
  type SieveMemory,
  type SliceSieve,
  sliceSieveOf,
} from './slice-sieve.ts';

/** A range of slices, `toSlice` not included. */
export interface SliceRange {
  readonly fromSlice: number;
  readonly toSlice: number;
}

/** What a sieve is aimed by. */
export interface Aiming extends SliceRange {
  readonly sieve: SieveMemory;
  /** The first draws of the run. */
  readonly pilot: SampleStore;
  /** Draws `scoutDraws` of the run. */
  readonly scouts: SampleStore;
}

/** Lists the draws between which the bins of a run of so many are spread. */
export function scoutDraws(draws: number): Int32Array {
  const stride = scoutStride(draws);
  return Int32Array.from({ length: Math.ceil(draws / stride) }, (_, at) => at * stride);
}

/** Gives back all pages, before any sieve is aimed. */
export function clearPages(sieve: SieveMemory): void {
  keptPagesOf(sieve).taken[0] = 0;
}

/** Prepares the sieves of some slices and lets the pilot draws through. Asks before every slice whether it is cancelled. */
export function aimSieve(
  { sieve, pilot, scouts, fromSlice, toSlice }: Aiming,
  control: RunControl,
  aim: AimSieve = createAim(pilot.draws),
  siftSlice: SiftSlice = createSiftSlice(),
): Outcome<undefined, 'cancelled'> {
  const { draws } = sieve.layout;
  const pages = keptPagesOf(sieve);
  for (let slice = fromSlice; slice < toSlice; slice++) {
    if (control.isCancelled()) return fail('cancelled');
    const own = sliceSieveOf(sieve, slice);
    const [samples, scouted] = [samplesOf(pilot, slice), samplesOf(scouts, slice)];
    const bins = scoutBins(scouted, draws, 1);
    const isSameAsBefore =
      slice > fromSlice &&
      slice % pilot.months > 0 &&
      isSame(samples, samplesOf(pilot, slice - 1)) &&
      isSame(scouted, samplesOf(scouts, slice - 1));
    clearSieve(own, bins);
    if (isSameAsBefore) {
      own.notes[FOLLOWS] = 1;
    } else {
      aim(own, bins, samples);
      siftSlice(own, pages, samples, pilot.firstDraw);
    }
  }
  return ok(undefined);
}

/** Lets the next draws, all those of a store, through the sieves of some slices. Asks before every slice whether it is cancelled. */
export function siftDraws(
  { sieve, store, fromSlice, toSlice }: Sifting,
  control: RunControl,
  siftSlice: SiftSlice = createSiftSlice(),
): Outcome<undefined, 'cancelled'> {
  const pages = keptPagesOf(sieve);
  // From behind, so that what a slice has followed so far has not gone on when they part.
  for (let slice = toSlice - 1; slice >= fromSlice; slice--) {
    if (control.isCancelled()) return fail('cancelled');
    const own = sliceSieveOf(sieve, slice);
    const samples = samplesOf(store, slice);
    if (own.notes[FOLLOWS] === 1) {
      if (isSame(samples, samplesOf(store, slice - 1))) continue;
      part(leaderOf(sieve, slice), own, pages);
    }
    siftSlice(own, pages, samples, store.firstDraw);
  }
  return ok(undefined);
}

/**
 * Writes the figures of some slices to a table of bands when all draws have gone through, and lists the slices whose sieves did not
 * keep what they would need. Asks before every slice whether it is cancelled.
 */
export function closeSieve(
  { sieve, months, table, fromSlice, toSlice }: Closing,
  control: RunControl,
  close: CloseSlice = createCloseSlice(sieve.layout.draws),
): Outcome<number[], 'cancelled'> {
  const figures = new Float64Array(BAND_FIGURES.length);
  const pages = keptPagesOf(sieve);
  const untold: number[] = [];
  let isTold = false;
  for (let slice = fromSlice; slice < toSlice; slice++) {
    if (control.isCancelled()) return fail('cancelled');
    const own = sliceSieveOf(sieve, slice);
    if (own.notes[FOLLOWS] === 0) isTold = close(own, pages, figures);
    if (!isTold) untold.push(slice);
    const measure = Math.floor(slice / months);
    for (let figure = 0; figure < figures.length; figure++) {
      table[bandPlace(measure, figure, slice - measure * months, months)] = figures[figure];
    }
    control.report((slice + 1 - fromSlice) / (toSlice - fromSlice));
  }
  return ok(untold);
}

/** Draws that go through. */
export interface Sifting extends SliceRange {
  readonly sieve: SieveMemory;
  readonly store: SampleStore;
}

/** What sieves are summed up into. */
export interface Closing extends SliceRange {
  readonly sieve: SieveMemory;
  readonly months: number;
  /** `bandTableLength` long, may be shared between threads. */
  readonly table: Float64Array;
}

function samplesOf(store: SampleStore, slice: number): Float64Array {
  const measure = Math.floor(slice / store.months);
  return samplesAt(store, measure, slice - measure * store.months);
}

/** The sieve that holds what a slice that follows others has let through; the first of a range follows none. */
function leaderOf(sieve: SieveMemory, slice: number): SliceSieve {
  let before = slice - 1;
  while (sliceSieveOf(sieve, before).notes[FOLLOWS] === 1) before -= 1;
  return sliceSieveOf(sieve, before);
}

/** Gives a slice that has followed another all that one has let through. */
function part(leader: SliceSieve, own: SliceSieve, pages: KeptPages): void {
  const kept = leader.notes[KEPT];
  const values = new Float64Array(kept);
  const replicates = new Uint8Array(kept);
  gatherKept(leader, pages, values, replicates);
  copyCounts(leader, own);
  if (!appendKept(own, pages, values, replicates)) own.notes[LOST] = 1;
}

/** Whether two slices hold the same for every draw; most do not from the first draw on. */
function isSame(samples: Float64Array, before: Float64Array): boolean {
  for (let at = 0; at < samples.length; at++) if (!Object.is(samples[at], before[at])) return false;
  return true;
}
