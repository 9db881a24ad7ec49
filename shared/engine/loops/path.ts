import type { Lanes } from '../block/block.ts';

/** Reads a line at a time: `level + slope · (time − from)`. */
export function readLine(out: Lanes, level: Lanes, slope: Lanes, from: Lanes, time: number): void {
  for (let l = 0; l < out.length; l += 1) out[l] = level[l] + slope[l] * (time - from[l]);
}
