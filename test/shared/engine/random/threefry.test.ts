import { describe, expect, it } from 'vitest';
import { threefry } from '#shared/engine/random/threefry.ts';

describe('Threefry-2x32', () => {
  it('gives the known answers published with Random123', () => {
    const out = new Uint32Array(2);
    const answer = (k0: number, k1: number, c0: number, c1: number) => {
      threefry(k0, k1, c0, c1, out);
      return [...out];
    };
    expect(answer(0, 0, 0, 0)).toEqual([0x6b200159, 0x99ba4efe]);
    const ones = 0xffffffff;
    expect(answer(ones, ones, ones, ones)).toEqual([0x1cb996fc, 0xbb002be7]);
    expect(answer(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3)).toEqual([0xc4923a9c, 0x483df7a0]);
  });
});
