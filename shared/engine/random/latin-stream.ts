import { placeInRandomOrder } from './random-order.ts';
import { REPLICATE_MASK, REPLICATE_SHIFT, REPLICATES } from './replicates.ts';
import type { StreamKey } from './stream-key.ts';
import { threefry } from './threefry.ts';
import { uniformOf } from './uniform.ts';

/** Latin hypercube draws of one input: each replicate is a hypercube of its own. */
export interface LatinStream {
  readonly method: 'latin-hypercube';
  readonly key: StreamKey;
  /** Strata of one replicate. A draw beyond the planned number starts a fresh hypercube. */
  readonly strata: number;
}

/** Makes the Latin hypercube stream of a key for a planned number of draws. */
export function createLatinStream(key: StreamKey, draws: number): LatinStream {
  return { method: 'latin-hypercube', key, strata: Math.max(1, Math.ceil(draws / REPLICATES)) };
}

const LARGEST_BELOW_ONE = 1 - 2 ** -53;

/** Writes the uniforms of draws `fromDraw` … `fromDraw + count - 1` to `out` from `offset` on. */
export function fillLatin(
  stream: LatinStream,
  fromDraw: number,
  count: number,
  out: Float64Array,
  offset: number,
): void {
  const { key, strata } = stream;
  const jitter = new Uint32Array(2);
  const cube = new Uint32Array(2);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    let current = -1;
    for (let lane = (replicate - fromDraw) & REPLICATE_MASK; lane < count; lane += REPLICATES) {
      const draw = fromDraw + lane;
      const point = draw >>> REPLICATE_SHIFT;
      const round = Math.floor(point / strata);
      if (round !== current) {
        current = round;
        threefry(key.k0, key.k1, round * REPLICATES + replicate, 1, cube);
      }
      threefry(key.k0, key.k1, draw, 0, jitter);
      const stratum = placeInRandomOrder(point - round * strata, strata, cube[0], cube[1]);
      const value = (stratum + uniformOf(jitter[0], jitter[1])) / strata;
      out[offset + lane] = value < 1 ? value : LARGEST_BELOW_ONE;
    }
  }
}
