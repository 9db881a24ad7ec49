import { type Bins, binAtRank, MOST_BINS, putIntoBins, rankBins } from '../numeric/bins.ts';
import { BAND_PROBABILITIES } from '../summary/bands.ts';
import { KINDS, MIXED, NO_ANSWER } from '../summary/percentile-errors.ts';
import { MOST_LEVELS, type SliceSieve } from './slice-sieve.ts';

/**
 * Percentiles are looked for this many standard errors of independent draws around those of the first draws. Evenly spread draws err
 * less; a miss costs another look and is seen, so it must be rare and need not be impossible.
 */
const REACH = 5;
/** Ranks more, for few draws. */
const SPARE_RANKS = 8;
/** Bins that hold more than this share of the first draws may have a level. */
const CROWDED = 1 / 256;
const NONE = 0xff;

/** Aims an empty sieve with its bins at the percentiles of the first draws of one measure at one month. */
export type AimSieve = (sieve: SliceSieve, bins: Bins, pilot: Float64Array) => void;

/** Returns the share of draws that a sieve is expected to keep when aimed by so many draws. */
export function keptShare(pilotDraws: number): number {
  const reaches = BAND_PROBABILITIES.map((probability) => 2 * reachOf(probability, pilotDraws));
  return Math.min(1, reaches.reduce((sum, reach) => sum + reach, 0) / pilotDraws);
}

function reachOf(probability: number, answers: number): number {
  return REACH * Math.sqrt(probability * (1 - probability) * answers) + SPARE_RANKS;
}

/** Makes what aims sieves by at most `capacity` first draws, with its memory. */
export function createAim(capacity: number): AimSieve {
  const binOf = new Uint16Array(capacity);
  const counts = new Uint32Array(MOST_BINS);
  const firstRank = new Uint32Array(MOST_BINS);
  const levelOf = new Uint8Array(MOST_BINS);

  return (sieve, bins, pilot) => {
    counts.fill(0);
    putIntoBins(pilot, bins, binOf, counts);
    const answers = rankBins(counts, bins.inner, firstRank);
    bracketPercentiles(sieve, bins, answers);
    findLevels(sieve, bins, pilot);
  };

  function bracketPercentiles({ brackets, kindOfBin }: SliceSieve, { inner }: Bins, answers: number): void {
    let start = 0;
    BAND_PROBABILITIES.forEach((probability, index) => {
      const rank = probability * (answers - 1);
      const reach = reachOf(probability, answers);
      // Where the first draws end, later ones may go on.
      const first = rank - reach < 0 ? 0 : binAtRank(firstRank, Math.floor(rank - reach), inner);
      const last =
        rank + reach > answers - 1 ? inner + 1 : binAtRank(firstRank, Math.ceil(rank + reach), inner);
      brackets[2 * index] = first;
      brackets[2 * index + 1] = last;
      kindOfBin.fill(index, start, Math.max(start, first));
      kindOfBin.fill(MIXED, first, last + 1);
      start = last + 1;
    });
    kindOfBin.fill(BAND_PROBABILITIES.length, start, inner + 2);
    kindOfBin[inner + 2] = NO_ANSWER;
  }

  /** Finds the values at which many draws stand in bins that would be kept: the one that has a majority of its bin. */
  function findLevels({ levels, kindOfBin }: SliceSieve, { inner }: Bins, pilot: Float64Array): void {
    levelOf.fill(NONE);
    let found = 0;
    for (let bin = 0; bin <= inner + 1 && found < MOST_LEVELS; bin++) {
      if (kindOfBin[bin] !== MIXED || counts[bin] <= CROWDED * pilot.length) continue;
      levelOf[bin] = found;
      kindOfBin[bin] = KINDS + found;
      found += 1;
    }
    if (found === 0) return;
    const votes = new Int32Array(found);
    for (let at = 0; at < pilot.length; at++) {
      const level = levelOf[binOf[at]];
      if (level === NONE) continue;
      if (votes[level] === 0) levels[KINDS + level] = pilot[at];
      votes[level] += levels[KINDS + level] === pilot[at] ? 1 : -1;
    }
  }
}
