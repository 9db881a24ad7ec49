import type { Block, Lanes } from '../block/block.ts';
import type { Path } from '../plan/input.ts';

/** Writes the value of a path at a time, the same for all lanes, into `out`. Times must not decrease in a run. */
export type PathReader = (time: number, out: Lanes) => void;

/**
 * Reads a path that changes at dated points: linear between the points, flat before the first and after the last.
 *
 * Dates and values are inputs and may differ by lane, so every lane keeps its own place in the path; it only moves
 * forward, which makes a reading cost the same however many points there are.
 */
export function pathReader(block: Block, path: Path): PathReader {
  const { lanes } = block;
  const at = path.at.map(block.input);
  const value = path.value.map(block.input);
  const last = at.length - 1;
  const segment = new Int32Array(lanes);
  block.onStart(() => segment.fill(0));
  return (time, out) => {
    for (let l = 0; l < lanes; l += 1) {
      let s = segment[l];
      while (s < last && at[s + 1][l] <= time) s += 1;
      segment[l] = s;
      const from = at[s][l];
      if (s === last || time <= from) out[l] = value[s][l];
      else out[l] = value[s][l] + ((value[s + 1][l] - value[s][l]) * (time - from)) / (at[s + 1][l] - from);
    }
  };
}
