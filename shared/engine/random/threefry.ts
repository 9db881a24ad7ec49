const PARITY = 0x1bd11bda;

/**
 * Encrypts the counter (c0, c1) under the key (k0, k1) and writes the two random words to `out[0]` and `out[1]`. All are
 * 32-bit. A pure function: the same key and counter give the same words for ever, in any order.
 * Source: Threefry-2x32 with 20 rounds; Salmon, Moraes, Dror, Shaw, Parallel random numbers: as easy as 1, 2, 3 (2011).
 */
export function threefry(k0: number, k1: number, c0: number, c1: number, out: Uint32Array): void {
  const k2 = PARITY ^ k0 ^ k1;
  let x = (c0 + k0) | 0;
  let y = (c1 + k1) | 0;
  for (let group = 0; group < 5; group++) {
    if ((group & 1) === 0) {
      x = (x + y) | 0;
      y = ((y << 13) | (y >>> 19)) ^ x;
      x = (x + y) | 0;
      y = ((y << 15) | (y >>> 17)) ^ x;
      x = (x + y) | 0;
      y = ((y << 26) | (y >>> 6)) ^ x;
      x = (x + y) | 0;
      y = ((y << 6) | (y >>> 26)) ^ x;
    } else {
      x = (x + y) | 0;
      y = ((y << 17) | (y >>> 15)) ^ x;
      x = (x + y) | 0;
      y = ((y << 29) | (y >>> 3)) ^ x;
      x = (x + y) | 0;
      y = ((y << 16) | (y >>> 16)) ^ x;
      x = (x + y) | 0;
      y = ((y << 24) | (y >>> 8)) ^ x;
    }
    const turn = group % 3;
    x = (x + (turn === 0 ? k1 : turn === 1 ? k2 : k0)) | 0;
    y = (y + (turn === 0 ? k2 : turn === 1 ? k0 : k1) + group + 1) | 0;
  }
  out[0] = x;
  out[1] = y;
}
