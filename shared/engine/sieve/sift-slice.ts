import { REPLICATE_MASK, REPLICATES } from '../random/replicates.ts';
import { KINDS, MIXED } from '../summary/percentile-errors.ts';
import { appendKept } from './append-kept.ts';
import type { KeptPages } from './kept-pages.ts';
import { BASE, binsOf, DIFFERS, FULL, LEVELS, type SliceSieve } from './slice-sieve.ts';

/** Lets the next draws of one measure at one month through its sieve; `firstDraw` is the number of the first of them. */
export type SiftSlice = (
  sieve: SliceSieve,
  pages: KeptPages,
  samples: Float64Array,
  firstDraw: number,
) => void;

/** Draws between two visits to the pages: what is kept of them stays in the cache until then. */
const STRETCH = 1024;

/** Makes what lets draws through sieves, with its memory. */
export function createSiftSlice(): SiftSlice {
  const values = new Float64Array(STRETCH);
  const replicates = new Uint8Array(STRETCH);

  return (sieve, pages, samples, firstDraw) => {
    const { bounds, notes, sums } = sieve;
    if (notes[FULL] === 1) return;
    if (Number.isNaN(bounds[BASE])) {
      bounds[BASE] = samples.find((value) => !Number.isNaN(value)) ?? Number.NaN;
    }
    const base = bounds[BASE];
    if (!Number.isNaN(base)) {
      addSums(samples, firstDraw, base, sums);
      if (notes[DIFFERS] === 0 && !isLevel(samples, base)) notes[DIFFERS] = 1;
    }
    const siftStretch = notes[LEVELS] === 0 ? siftFreely : siftAtLevels;
    for (let from = 0; from < samples.length; from += STRETCH) {
      const stretch = samples.subarray(from, from + STRETCH);
      const count = siftStretch(sieve, stretch, firstDraw + from, values, replicates);
      if (appendKept(sieve, pages, values.subarray(0, count), replicates.subarray(0, count))) continue;
      notes[FULL] = 1;
      return;
    }
  };
}

/** Adds to the sums by replicate in the order of the draws, whatever stretches they come in: it decides the last bits. */
function addSums(samples: Float64Array, firstDraw: number, base: number, sums: Float64Array): void {
  const before = sums.slice();
  const { length } = samples;
  for (let at = 0; at < length; at++) sums[(firstDraw + at) & REPLICATE_MASK] += samples[at] - base;
  // One without an answer leaves no sum: only then is it worth looking for them.
  let total = 0;
  for (let replicate = 0; replicate < REPLICATES; replicate++) total += sums[replicate];
  if (!Number.isNaN(total)) return;
  sums.set(before);
  for (let at = 0; at < length; at++) {
    const value = samples[at];
    if (!Number.isNaN(value)) sums[(firstDraw + at) & REPLICATE_MASK] += value - base;
  }
}

function isLevel(samples: Float64Array, base: number): boolean {
  let at = 0;
  while (at < samples.length && (samples[at] === base || Number.isNaN(samples[at]))) at += 1;
  return at === samples.length;
}

/**
 * Counts draws, writes those to be kept to `values` and returns how many they are. Every draw is written where the next one kept
 * belongs, and stays there if it is one: no branch to be foretold.
 */
function siftFreely(
  sieve: SliceSieve,
  samples: Float64Array,
  firstDraw: number,
  values: Float64Array,
  replicates: Uint8Array,
): number {
  const { counts, kinds, kindOfBin } = sieve;
  const { low, scale, inner } = binsOf(sieve);
  const { length } = samples;
  let kept = 0;
  for (let at = 0; at < length; at++) {
    const value = samples[at];
    const place = (value - low) * scale;
    const even = place < 0 ? 0 : place >= inner ? inner + 1 : 1 + (place | 0);
    const bin = Number.isNaN(value) ? inner + 2 : even;
    const replicate = (firstDraw + at) & REPLICATE_MASK;
    const kind = kindOfBin[bin];
    counts[bin] += 1;
    kinds[replicate * KINDS + kind] += 1;
    values[kept] = value;
    replicates[kept] = replicate;
    kept += Number(kind === MIXED);
  }
  return kept;
}

/** The same where some bins have a level: draws that are exactly there are counted. */
function siftAtLevels(
  sieve: SliceSieve,
  samples: Float64Array,
  firstDraw: number,
  values: Float64Array,
  replicates: Uint8Array,
): number {
  const { counts, kinds, kindOfBin, levels, atLevel } = sieve;
  const { low, scale, inner } = binsOf(sieve);
  const { length } = samples;
  let kept = 0;
  for (let at = 0; at < length; at++) {
    const value = samples[at];
    const place = (value - low) * scale;
    const even = place < 0 ? 0 : place >= inner ? inner + 1 : 1 + (place | 0);
    const bin = Number.isNaN(value) ? inner + 2 : even;
    const replicate = (firstDraw + at) & REPLICATE_MASK;
    const kind = kindOfBin[bin];
    counts[bin] += 1;
    if (kind < MIXED) {
      kinds[replicate * KINDS + kind] += 1;
    } else if (kind > MIXED && Object.is(value, levels[kind - KINDS])) {
      atLevel[(kind - KINDS) * REPLICATES + replicate] += 1;
    } else {
      values[kept] = value;
      replicates[kept] = replicate;
      kept += 1;
    }
  }
  return kept;
}
