import type { Block } from '../../block/block.ts';
import { highest, lowest } from '../../lanes/operations.ts';
import { spreadSlice } from '../../loops/commitment.ts';
import type { Slot } from '../../plan/input.ts';
import type { RampCurve } from './cumulative-ramp.ts';

/**
 * Spreads a commitment by shares of equal slices of the term (usually its years), even within a slice.
 *
 * Formula: `F(x) = (Σ_{j<i} s_j + s_i · (n x − i)) / Σ s`, `i = floor(n x)`. Shares that sum to 0 are read as equal.
 * Example: Oracle's stated backlog shape 13 / 37 / 34 / 16.
 */
export function annualRamp(block: Block, shares: readonly Slot[]): RampCurve {
  const { lanes } = block;
  const stated = shares.map(block.input);
  const slices = stated.length;
  const before = Array.from({ length: slices + 1 }, () => block.cell());
  block.onStart(() => {
    for (let i = 0; i < slices; i += 1) {
      for (let l = 0; l < lanes; l += 1) before[i + 1][l] = before[i][l] + stated[i][l];
    }
  });
  const sliceAt = (x: number): number => Math.max(0, Math.min(slices - 1, Math.floor(x * slices)));
  return (x, out) => {
    const spread = stated.map((share, i) =>
      block.loop(spreadSlice, out, x, before[i], share, before[slices]),
    );
    return () => {
      const last = sliceAt(highest(x));
      for (let i = sliceAt(lowest(x)); i <= last; i += 1) spread[i](i, slices);
    };
  };
}
