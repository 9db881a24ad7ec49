import { putIntoBins } from '../numeric/bins.ts';
import { REPLICATE_MASK, REPLICATES } from '../random/replicates.ts';
import { MIXED } from '../summary/percentile-errors.ts';
import { appendKept } from './append-kept.ts';
import type { KeptPages } from './kept-pages.ts';
import { BASE, binsOf, COLUMNS, DIFFERS, LOST, type SliceSieve } from './slice-sieve.ts';

/** Lets the next draws of one measure at one month through its sieve; `firstDraw` is the number of the first of them. */
export type SiftSlice = (
  sieve: SliceSieve,
  pages: KeptPages,
  samples: Float64Array,
  firstDraw: number,
) => void;

/** Draws that are sifted in one go: few enough that what is noted of them stays in the cache. */
const STRETCH = 1024;

/** Makes what lets draws through sieves, with its memory. */
export function createSiftSlice(): SiftSlice {
  const binOf = new Uint16Array(STRETCH);
  const places = new Uint16Array(STRETCH);
  const values = new Float64Array(STRETCH);
  const replicates = new Uint8Array(STRETCH);
  const before = new Float64Array(REPLICATES);

  return (sieve, pages, samples, firstDraw) => {
    const { bounds, notes, levels, sums, counts, kinds, kindOfBin } = sieve;
    if (notes[LOST] === 1) return;
    if (Number.isNaN(bounds[BASE])) {
      bounds[BASE] = samples.find((value) => !Number.isNaN(value)) ?? Number.NaN;
    }
    before.set(sums);
    addSums(samples, firstDraw, bounds[BASE], sums);
    // One without an answer leaves no sum: only then is it worth looking for them.
    if (Number.isNaN(sums.reduce((total, sum) => total + sum, 0))) {
      sums.set(before);
      addAnswers(samples, firstDraw, bounds[BASE], sums);
    }
    if (notes[DIFFERS] === 0 && !isLevel(samples, bounds[BASE])) notes[DIFFERS] = 1;
    // It would hang on the order of all draws which of the two a percentile is.
    const zero = levels.indexOf(0);
    if (zero >= 0 && hasOtherZero(samples, levels[zero])) notes[LOST] = 1;
    const bins = binsOf(sieve);
    const hasLevels = !levels.every(Number.isNaN);
    for (let from = 0; from < samples.length && notes[LOST] === 0; from += STRETCH) {
      const stretch = samples.subarray(from, from + STRETCH);
      putIntoBins(stretch, bins, binOf, counts);
      let count = countStretch(binOf, stretch.length, firstDraw + from, kindOfBin, kinds, places);
      if (hasLevels) count = leaveLevels(stretch, binOf, kindOfBin, levels, places, count);
      for (let index = 0; index < count; index++) {
        values[index] = stretch[places[index]];
        replicates[index] = (firstDraw + from + places[index]) & REPLICATE_MASK;
      }
      const isKept = appendKept(sieve, pages, values.subarray(0, count), replicates.subarray(0, count));
      if (!isKept) notes[LOST] = 1;
    }
  };
}

/** Adds up by replicate in the order of the draws, whatever stretches they come in: it decides the last bits. */
function addSums(samples: Float64Array, firstDraw: number, base: number, sums: Float64Array): void {
  const { length } = samples;
  for (let at = 0; at < length; at++) sums[(firstDraw + at) & REPLICATE_MASK] += samples[at] - base;
}

function addAnswers(samples: Float64Array, firstDraw: number, base: number, sums: Float64Array): void {
  for (let at = 0; at < samples.length; at++) {
    const value = samples[at];
    if (!Number.isNaN(value)) sums[(firstDraw + at) & REPLICATE_MASK] += value - base;
  }
}

/**
 * Counts draws by replicate and kind, lists the places of those whose kind is not told by their bin and returns how many there are.
 * Every place is written where the next one listed belongs, and stays there if it is one: there is no branch to be foretold.
 */
function countStretch(
  binOf: Uint16Array,
  draws: number,
  firstDraw: number,
  kindOfBin: Uint8Array,
  kinds: Uint32Array,
  places: Uint16Array,
): number {
  let count = 0;
  for (let at = 0; at < draws; at++) {
    const kind = kindOfBin[binOf[at]];
    places[count] = at;
    count += Number(kind >= MIXED);
    kinds[((firstDraw + at) & REPLICATE_MASK) * COLUMNS + kind] += 1;
  }
  return count;
}

/** Takes those that stand at the level of their bin out of a list of places, and returns how many are left. */
function leaveLevels(
  samples: Float64Array,
  binOf: Uint16Array,
  kindOfBin: Uint8Array,
  levels: Float64Array,
  places: Uint16Array,
  count: number,
): number {
  let left = 0;
  for (let index = 0; index < count; index++) {
    const at = places[index];
    places[left] = at;
    left += Number(samples[at] !== levels[kindOfBin[binOf[at]]]);
  }
  return left;
}

function isLevel(samples: Float64Array, base: number): boolean {
  let at = 0;
  while (at < samples.length && (samples[at] === base || Number.isNaN(samples[at]))) at += 1;
  return at === samples.length;
}

function hasOtherZero(samples: Float64Array, zero: number): boolean {
  for (let at = 0; at < samples.length; at++) {
    if (samples[at] === 0 && !Object.is(samples[at], zero)) return true;
  }
  return false;
}
