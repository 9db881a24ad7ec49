import type { Block, Lanes } from '../block/block.ts';
import { readLine } from '../loops/path.ts';
import type { Path } from '../plan/input.ts';

/** Writes the value of a path at a time, the same for all lanes. Times must not decrease in a run. */
export type PathReader = (time: number) => void;

/**
 * Reads into `out` a path that changes at dated points: linear between the points, flat before the first and after the last.
 *
 * Dates and values are inputs and may differ by lane, so every lane keeps the segment it is in as a level, a slope and the
 * date from which it counts; they change only when a lane passes a point, so a reading is one multiplication.
 */
export function pathReader(block: Block, path: Path, out: Lanes): PathReader {
  const { lanes } = block;
  const at = path.at.map(block.input);
  const value = path.value.map(block.input);
  const last = at.length - 1;
  /** Points passed. */
  const passed = new Int32Array(lanes);
  const from = block.cell();
  const level = block.cell();
  const slope = block.cell();
  let nextPoint = 0;

  const enter = (l: number): void => {
    const s = passed[l] - 1;
    level[l] = value[Math.max(0, s)][l];
    from[l] = s < 0 ? 0 : at[s][l];
    slope[l] = s < 0 || s === last ? 0 : (value[s + 1][l] - value[s][l]) / (at[s + 1][l] - at[s][l]);
  };
  const pass = (time: number): void => {
    let next = Number.POSITIVE_INFINITY;
    for (let l = 0; l < lanes; l += 1) {
      let p = passed[l];
      while (p <= last && at[p][l] <= time) p += 1;
      if (p !== passed[l]) {
        passed[l] = p;
        enter(l);
      }
      if (p <= last) next = Math.min(next, at[p][l]);
    }
    nextPoint = next;
  };

  block.onStart(() => {
    passed.fill(0);
    for (let l = 0; l < lanes; l += 1) enter(l);
    nextPoint = Number.NEGATIVE_INFINITY;
  });
  const read = block.loop(readLine, out, level, slope, from);
  return (time) => {
    if (time >= nextPoint) pass(time);
    read(time);
  };
}
