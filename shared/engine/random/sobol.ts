import { invariant } from '#shared/base/assert.ts';
import { joeKuoNumbers } from './joe-kuo-numbers.ts';

/** Number of Sobol dimensions for which direction numbers are at hand. */
export const SOBOL_DIMENSIONS = 256;

const BITS = 32;

const entries: readonly string[] = joeKuoNumbers.split(';');

/**
 * Returns the 32 direction numbers of a Sobol dimension (0 to 255), most significant bit first: point `i` is the exclusive
 * or of `directions[k]` over the bits `k` set in `i`, read as a binary fraction.
 * Source: Bratley and Fox, algorithm 659 (1988), with the initial numbers of Joe and Kuo (2008).
 */
export function sobolDirections(dimension: number): Uint32Array {
  invariant(dimension >= 0 && dimension < SOBOL_DIMENSIONS, `Sobol dimension ${dimension} is in the table`);
  const directions = new Uint32Array(BITS);
  if (dimension === 0) {
    for (let k = 0; k < BITS; k++) directions[k] = 1 << (BITS - 1 - k);
    return directions;
  }
  const [degree, inner, ...initial] = entries[dimension - 1].trim().split(' ').map(Number);
  for (let k = 0; k < BITS; k++) {
    if (k < degree) {
      directions[k] = initial[k] << (BITS - 1 - k);
      continue;
    }
    let next = directions[k - degree] ^ (directions[k - degree] >>> degree);
    for (let j = 1; j < degree; j++) {
      if (((inner >>> (degree - 1 - j)) & 1) === 1) next ^= directions[k - j];
    }
    directions[k] = next;
  }
  return directions;
}

/** Returns point `index` of a Sobol dimension as a 32-bit binary fraction, unscrambled; index 0 is the origin. */
export function sobolBits(directions: Uint32Array, index: number): number {
  let bits = 0;
  for (let k = 0, rest = index; rest !== 0; k++, rest >>>= 1) if ((rest & 1) === 1) bits ^= directions[k];
  return bits >>> 0;
}
