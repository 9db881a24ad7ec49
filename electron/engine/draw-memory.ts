import { invariant } from '#shared/base/assert.ts';

/** A stretch of memory that all threads see. */
export interface SharedRegion {
  readonly buffer: SharedArrayBuffer;
  readonly offset: number;
  readonly bytes: number;
}

/** A claim on a region. Several may stand on one; what it holds may be overwritten once all have been given up. */
export interface Lease {
  readonly region: SharedRegion;
  /** Makes one more claim, to be given up by itself. */
  readonly share: () => Lease;
  /** Gives up this claim; a second time does nothing. */
  readonly release: () => void;
}

/** The memory of a process for draws: one ceiling over all runs held at once. */
export interface DrawMemory {
  readonly ceilingBytes: number;
  /** Bytes that are neither free nor on offer. */
  readonly bytesInUse: () => number;
  /** Calls back whenever a region has become free or spare, until the returned function is called. */
  readonly onRelease: (listener: () => void) => () => void;
  /**
   * Takes a region of so many bytes or, where that will do, the largest there is of at least so many; null where there is no such
   * region, and then nothing on offer is given up.
   */
  readonly take: (bytes: number, least?: number) => Lease | null;
  /**
   * Offers a claim that is kept for convenience: when memory runs short, the oldest offers are taken back first, unless somebody else
   * has a claim on the same region at that moment.
   */
  readonly offer: (lease: Lease, onTaken: () => void) => void;
}

/**
 * Most memory that the draws of all runs of a process may take together, so that the whole process stays under 600 MB:
 * the rest goes to the program and its threads.
 */
export const drawCeilingBytes = 384 * 1024 * 1024;

/** Regions begin where a line of the cache does. */
const alignment = 64;

interface Piece {
  readonly from: number;
  readonly to: number;
  claims: number;
  /** Set while the one claim left is on offer. */
  onTaken: (() => void) | null;
}

/**
 * Makes the memory for draws. It is one buffer for the life of the process, of which the system gives only what is touched: a shared
 * buffer of its own for each run would live on until every thread has collected its garbage, and nothing moves an idle thread to do so,
 * since what is shared is counted nowhere.
 */
export function createDrawMemory(ceilingBytes = drawCeilingBytes): DrawMemory {
  const buffer = new SharedArrayBuffer(ceilingBytes);
  /** By place. */
  let pieces: Piece[] = [];
  /** On offer, the oldest first. */
  const offers = new Map<Lease, Piece>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  const isSpare = (piece: Piece): boolean => piece.onTaken !== null && piece.claims === 1;

  /** The gaps between some pieces. */
  function gaps(between: readonly Piece[]): { readonly from: number; readonly bytes: number }[] {
    const ends = [0, ...between.map(({ to }) => to)];
    const starts = [...between.map(({ from }) => from), ceilingBytes];
    return starts.map((start, at) => ({ from: ends[at] ?? 0, bytes: start - (ends[at] ?? 0) }));
  }

  function largestGap(between: readonly Piece[]): number {
    return Math.max(...gaps(between).map(({ bytes }) => bytes));
  }

  function claim(piece: Piece, region: SharedRegion): Lease {
    let isHeld = true;
    piece.claims += 1;
    const lease: Lease = {
      region,
      share: () => {
        invariant(isHeld, 'only a claim that is held can be shared');
        return claim(piece, region);
      },
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        if (offers.delete(lease)) piece.onTaken = null;
        piece.claims -= 1;
        if (piece.claims === 0) pieces = pieces.filter((one) => one !== piece);
        tell();
      },
    };
    return lease;
  }

  function takeBack(): boolean {
    for (const [lease, piece] of offers) {
      if (!isSpare(piece)) continue;
      const { onTaken } = piece;
      lease.release();
      onTaken?.();
      return true;
    }
    return false;
  }

  function takeExactly(bytes: number): Lease | null {
    const size = Math.ceil(bytes / alignment) * alignment;
    if (size <= 0 || size > largestGap(pieces.filter((piece) => !isSpare(piece)))) return null;
    let gap = gaps(pieces).find((one) => one.bytes >= size);
    while (gap === undefined && takeBack()) gap = gaps(pieces).find((one) => one.bytes >= size);
    if (gap === undefined) return null;
    const piece: Piece = { from: gap.from, to: gap.from + size, claims: 0, onTaken: null };
    pieces = [...pieces, piece].sort((one, two) => one.from - two.from);
    return claim(piece, { buffer, offset: piece.from, bytes });
  }

  return {
    ceilingBytes,
    bytesInUse: () => pieces.reduce((sum, piece) => (isSpare(piece) ? sum : sum + piece.to - piece.from), 0),
    onRelease: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    take: (bytes, least = bytes) => {
      const most = largestGap(pieces.filter((piece) => !isSpare(piece)));
      const possible = Math.min(bytes, most - (most % alignment));
      return possible < least ? null : takeExactly(possible);
    },
    offer: (lease, onTaken) => {
      const piece = pieces.find(({ from }) => from === lease.region.offset);
      invariant(piece !== undefined && piece.onTaken === null, 'a region is offered once, by who holds it');
      piece.onTaken = onTaken;
      offers.set(lease, piece);
      tell();
    },
  };
}

/** Reads a region as numbers. */
export function numbersIn({ buffer, offset, bytes }: SharedRegion): Float64Array {
  return new Float64Array(buffer, offset, Math.floor(bytes / Float64Array.BYTES_PER_ELEMENT));
}
