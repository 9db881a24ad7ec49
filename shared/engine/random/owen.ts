/**
 * Applies a keyed nested uniform permutation to the bits of a number, least significant bit leading: each bit of the
 * result depends on that bit and on the ones below it only. On reversed bits this is Owen's scrambling of a binary fraction.
 *
 * Source of the construction: Laine and Karras, Stratified sampling for stochastic transparency (2011), as used by Burley,
 * Practical hash-based Owen scrambling (2020); multipliers as improved by Vegdahl (2021).
 */
export function nestedPermutation(reversed: number, key0: number, key1: number): number {
  let x = reversed ^ Math.imul(reversed, 0x3d20adea);
  x = (x + key0) | 0;
  x = Math.imul(x, key1 | 1);
  x ^= Math.imul(x, 0x05526c56);
  x ^= Math.imul(x, 0x53a22864);
  return x;
}

/** Reverses the order of the 32 bits of a number. */
export function reverseBits(value: number): number {
  let x = value;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return (x >>> 16) | (x << 16);
}

/** Mixes a 32-bit number thoroughly; a bijection. Multipliers from the hash search of C. Wellons. */
export function mixBits(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}
