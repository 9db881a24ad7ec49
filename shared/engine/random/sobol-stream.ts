import { mixBits, nestedPermutation, reverseBits } from './owen.ts';
import { randomOrderOfEight } from './random-order.ts';
import { REPLICATE_MASK, REPLICATE_SHIFT, REPLICATES } from './replicates.ts';
import { SOBOL_DIMENSIONS, sobolDirections } from './sobol.ts';
import type { StreamKey } from './stream-key.ts';
import { threefry } from './threefry.ts';
import { uniformOf } from './uniform.ts';

/** Scrambled Sobol draws of one input: a dimension, and for every replicate its own shuffle and scrambling. */
export interface SobolStream {
  readonly method: 'sobol';
  /** Direction numbers gathered by byte of the bit-reversed index, results bit-reversed: 4 × 256. */
  readonly table: Uint32Array;
  /** Per replicate: two keys of the shuffle, two of the scrambling, one for the bits below, one for octets. */
  readonly keys: Uint32Array;
}

const KEYS = 6;

/**
 * Makes the Sobol stream of a key. The dimension comes from the key alone, never from a position among the inputs, so it
 * may be shared by two inputs. What makes any two inputs independent all the same is the shuffle: each key visits the points
 * of its dimension in its own random order. The order is nested, so every aligned run of points stays evenly spread.
 */
export function createSobolStream(key: StreamKey): SobolStream {
  const words = new Uint32Array(2);
  threefry(key.k0, key.k1, 0, 1, words);
  const directions = sobolDirections(words[0] % SOBOL_DIMENSIONS);
  const keys = new Uint32Array(REPLICATES * KEYS);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    for (let pair = 0; pair < KEYS / 2; pair++) {
      threefry(key.k0, key.k1, replicate, 2 + pair, words);
      keys.set(words, replicate * KEYS + 2 * pair);
    }
  }
  return { method: 'sobol', table: byteTable(directions), keys };
}

/**
 * Writes the uniforms of draws `fromDraw` … `fromDraw + count - 1` to `out` from `offset` on.
 *
 * Points are shuffled in octets: the eight of an octet in a free random order, the octets in a nested one. Binary nesting
 * throughout would raise the variance of what two inputs do together by half; in octets it is a seventh.
 */
export function fillSobol(
  stream: SobolStream,
  fromDraw: number,
  count: number,
  out: Float64Array,
  offset: number,
): void {
  const { table, keys } = stream;
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    const at = replicate * KEYS;
    const shuffle0 = keys[at];
    const shuffle1 = keys[at + 1];
    const scramble0 = keys[at + 2];
    const scramble1 = keys[at + 3];
    const below = keys[at + 4];
    const order = keys[at + 5];
    let octet = -1;
    let octetPlace = 0;
    let octetBits = 0;
    let octetOrder = 0;
    for (let lane = (replicate - fromDraw) & REPLICATE_MASK; lane < count; lane += REPLICATES) {
      const point = (fromDraw + lane) >>> REPLICATE_SHIFT;
      if (point >>> 3 !== octet) {
        octet = point >>> 3;
        octetPlace = nestedPermutation(reverseBits(octet), shuffle0, shuffle1) >>> 3;
        octetBits =
          table[octetPlace & 255] ^
          table[256 | ((octetPlace >>> 8) & 255)] ^
          table[512 | ((octetPlace >>> 16) & 255)];
        octetOrder = randomOrderOfEight(mixBits(mixBits(octet ^ order) + order));
      }
      const inOctet = (octetOrder >>> ((point & 7) << 2)) & 7;
      const reversed = octetBits ^ table[768 | (octetPlace >>> 24) | (inOctet << 5)];
      const bits = reverseBits(nestedPermutation(reversed, scramble0, scramble1));
      out[offset + lane] = uniformOf(bits, mixBits(bits ^ below));
    }
  }
}

function byteTable(directions: Uint32Array): Uint32Array {
  const table = new Uint32Array(1024);
  for (let byte = 0; byte < 4; byte++) {
    for (let value = 1; value < 256; value++) {
      const bit = 31 - Math.clz32(value);
      const rest = table[(byte << 8) | (value ^ (1 << bit))];
      // Bit b of the reversed index is bit 31 - b of the index.
      table[(byte << 8) | value] = rest ^ reverseBits(directions[31 - (byte * 8 + bit)]);
    }
  }
  return table;
}
