/** Draws of the first round, after which there is something to show. */
const firstRound = 256;
const growth = 8;
/** Draws of one job: enough to be worth a message, few enough that a keystroke need not wait long behind it. */
const largestChunk = 512;
/** A kernel makes so many draws at once, in the time of one. */
const block = 128;
/** Chunks that are still to come for every thread when one is cut: the last ones are small, so that all threads end together. */
const chunksAhead = 2;

const sharesPerThread = 3;
/** Shares that are still to come for every thread when a share of the summaries is cut. */
const sharesAhead = 3;
/** Numbers that are worth a message. */
const leastSummed = 131_072;

/** A stretch of numbered things, `to` not included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Divides the draws of a run into rounds that grow, so that the first bands come soon and later ones are worth their sorting. */
export function planRounds(draws: number): Stretch[] {
  const rounds: Stretch[] = [];
  for (let from = 0, to = firstRound; from < draws; from = to, to *= growth) {
    // A last round of a few draws would cost a whole summary; the round before takes them along.
    if (to * 1.5 > draws) to = draws;
    rounds.push({ from, to });
  }
  return rounds;
}

/** Divides a stretch of draws into chunks for some threads to share evenly: whole blocks, fewer of them towards the end. */
export function planChunks({ from, to }: Stretch, threads: number): Stretch[] {
  const pieces: Stretch[] = [];
  for (let start = from; start < to; ) {
    const blocks = Math.floor((to - start) / (threads * chunksAhead * block));
    const end = Math.min(to, start + Math.min(largestChunk, Math.max(1, blocks) * block));
    pieces.push({ from: start, to: end });
    start = end;
  }
  return pieces;
}

/** Divides a stretch into a few shares for each thread, so that one that is held up does not hold up all. */
export function planShares(stretch: Stretch, threads: number): Stretch[] {
  return cut(stretch, threads * sharesPerThread);
}

/**
 * Divides slices of so many draws that are to be summed up: finer, and smaller towards the end, since some measures take several times
 * as long as others.
 */
export function planSummaries(slices: number, draws: number, threads: number): Stretch[] {
  const least = Math.min(Math.ceil(leastSummed / draws), Math.ceil(slices / threads));
  const pieces: Stretch[] = [];
  for (let from = 0; from < slices; ) {
    const share = Math.ceil((slices - from) / (threads * sharesAhead));
    const to = Math.min(slices, from + Math.max(least, share));
    pieces.push({ from, to });
    from = to;
  }
  return pieces;
}

function cut({ from, to }: Stretch, parts: number): Stretch[] {
  const size = Math.ceil((to - from) / parts);
  const pieces: Stretch[] = [];
  for (let start = from; start < to; start += size)
    pieces.push({ from: start, to: Math.min(to, start + size) });
  return pieces;
}
