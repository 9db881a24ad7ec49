import { mixBits } from './owen.ts';

/**
 * Returns a random order of 0…7, packed in eight groups of four bits, from 32 random bits: Fisher and Yates, with the bits read
 * as a fraction whose digits in the bases 8, 7 … 2 are the choices.
 */
export function randomOrderOfEight(randomBits: number): number {
  let order = 0x76543210;
  let fraction = randomBits >>> 0;
  for (let last = 7; last > 0; last--) {
    const scaled = fraction * (last + 1);
    const chosen = Math.floor(scaled / 4294967296);
    fraction = scaled - chosen * 4294967296;
    const difference = ((order >>> (last << 2)) ^ (order >>> (chosen << 2))) & 15;
    order ^= (difference << (last << 2)) | (difference << (chosen << 2));
  }
  return order;
}

const ROUNDS = 6;

/**
 * Returns the place of `index` in a random order of 0 … `size` - 1 given by two keys: a keyed bijection of the smallest power
 * of two that holds `size`, followed until it lands inside.
 */
export function placeInRandomOrder(index: number, size: number, key0: number, key1: number): number {
  const bits = 32 - Math.clz32(size - 1);
  if (bits === 0) return 0;
  const mask = bits === 32 ? -1 : (1 << bits) - 1;
  const half = (bits + 1) >> 1;
  let x = index;
  do {
    let key = key0;
    for (let round = 0; round < ROUNDS; round++) {
      // Each step can be undone within the mask: add, multiply by an odd number, fold the upper bits onto the lower.
      key = mixBits((key + key1) | 0);
      x = (x + key) & mask;
      x = Math.imul(x, (key >>> 16) | 1) & mask;
      x ^= x >>> half;
    }
  } while (x >>> 0 >= size);
  return x >>> 0;
}
