import { type KeptPages, PAGE_DRAWS } from './kept-pages.ts';
import { KEPT, type SliceSieve } from './slice-sieve.ts';

/** Appends draws to those a sieve has kept; false where no page is left. */
export function appendKept(
  { notes, pages: own }: SliceSieve,
  pages: KeptPages,
  values: Float64Array,
  replicates: Uint8Array,
): boolean {
  const { length } = values;
  for (let done = 0; done < length; ) {
    const kept = notes[KEPT];
    const within = kept % PAGE_DRAWS;
    if (within === 0) {
      const page = takePage(pages);
      if (page === null) return false;
      own[kept / PAGE_DRAWS] = page;
    }
    const count = Math.min(length - done, PAGE_DRAWS - within);
    const place = own[Math.floor(kept / PAGE_DRAWS)] * PAGE_DRAWS + within;
    for (let at = 0; at < count; at++) {
      pages.values[place + at] = values[done + at];
      pages.replicates[place + at] = replicates[done + at];
    }
    notes[KEPT] = kept + count;
    done += count;
  }
  return true;
}

/** Copies the draws that a sieve has kept to arrays with room for them, and returns how many there are. */
export function gatherKept(
  { notes, pages: own }: SliceSieve,
  pages: KeptPages,
  values: Float64Array,
  replicates: Uint8Array,
): number {
  const kept = notes[KEPT];
  for (let from = 0; from < kept; from += PAGE_DRAWS) {
    const place = own[from / PAGE_DRAWS] * PAGE_DRAWS;
    const end = place + Math.min(PAGE_DRAWS, kept - from);
    values.set(pages.values.subarray(place, end), from);
    replicates.set(pages.replicates.subarray(place, end), from);
  }
  return kept;
}

function takePage({ taken, values }: KeptPages): number | null {
  const page = Atomics.add(taken, 0, 1);
  return page < values.length / PAGE_DRAWS ? page : null;
}
