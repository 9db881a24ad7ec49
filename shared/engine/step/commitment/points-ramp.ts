import type { Block } from '../../block/block.ts';
import type { Path } from '../../plan/input.ts';
import type { CommitmentTerm } from './commitment-term.ts';
import type { RampCurve } from './cumulative-ramp.ts';

/**
 * Spreads a commitment by stated cumulative fractions at dates, linear between them.
 *
 * The curve starts at 0 where no date lies at or before the beginning, ends at 1 where none lies at or after the end, and
 * never falls: fractions are clamped to 0…1 and replaced by their running maximum.
 */
export function pointsRamp(block: Block, path: Path, term: CommitmentTerm): RampCurve {
  const { lanes } = block;
  const at = path.at.map(block.input);
  const stated = path.value.map(block.input);
  const reached = stated.map(() => block.cell());
  const last = at.length - 1;
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) {
      let highest = 0;
      for (let i = 0; i <= last; i += 1) {
        highest = Math.max(highest, Math.min(1, stated[i][l]));
        reached[i][l] = highest;
      }
    }
  });
  return (x, out) => () => {
    for (let l = 0; l < lanes; l += 1) {
      const end = term.begins[l] + term.months[l];
      const time = term.begins[l] + x[l] * term.months[l];
      let i = -1;
      while (i < last && at[i + 1][l] <= time) i += 1;
      // Before the first point the curve comes from 0 at the beginning, unless that point lies at or before it.
      const isFlat = i < 0 ? at[0][l] <= term.begins[l] : i === last && at[last][l] >= end;
      const from = i < 0 ? term.begins[l] : at[i][l];
      const to = i < last ? at[i + 1][l] : end;
      const high = i < last ? reached[i + 1][l] : 1;
      const low = i >= 0 ? reached[i][l] : isFlat ? high : 0;
      out[l] = isFlat || to <= from ? low : low + ((high - low) * (time - from)) / (to - from);
    }
  };
}
