import type { Block, Lanes } from '../../block/block.ts';
import { highest, lowest } from '../../lanes/operations.ts';
import { recall } from '../../loops/fleet.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { dealGenerations } from './deal-generations.ts';

/** The vintages of one generation in one deal. */
export interface Vintages {
  /** IT power installed by month, `installed[month * lanes + lane]`, MW; written by the fleet. */
  readonly installed: Float64Array;
  /** IT power that reaches the end of its life in the current month, MW. */
  readonly retired: Lanes;
  /** Whether anything can retire in the current month. */
  readonly hasRetired: () => boolean;
}

/**
 * Retires vintages at the end of their life.
 *
 * Formula: `retired_g(m) = installed_g(m − L)`, `L = max(1, round(life))` months. Unit: MW of IT power. In the order of
 * the deal's generations.
 */
export function retirements(block: Block, deal: DealPlan): readonly Vintages[] {
  const { lanes } = block;
  return block.use(dealGenerations, deal).map(({ generation }) => {
    const life = block.input(generation.lifeMonths);
    const installed = block.series();
    const retired = block.cell();
    /** How far back in `installed` the vintage of the current month's retirement lies. */
    const back = new Int32Array(lanes);
    const lives = block.cell();
    const recallAll = block.loop(recall, retired, installed);
    let shortestLife = 1;
    let isOneLife = false;
    let hasRetired = false;
    block.onStart(() => {
      installed.fill(0);
      for (let l = 0; l < lanes; l += 1) {
        const months = Math.min(block.months, Math.max(1, Math.floor(life[l] + 0.5)));
        back[l] = months * lanes - l;
        lives[l] = months;
      }
      shortestLife = lowest(lives);
      isOneLife = highest(lives) === shortestLife;
    });
    block.onMonth((m) => {
      hasRetired = m >= shortestLife;
      if (!hasRetired) return;
      if (isOneLife) recallAll((m - shortestLife) * lanes);
      else takeBack(retired, installed, m * lanes, back);
    });
    return { installed, retired, hasRetired: () => hasRetired };
  });
}

/** Reads from each lane's place in a month-major series, 0 before its beginning. */
function takeBack(out: Lanes, series: Float64Array, now: number, back: Int32Array): void {
  for (let l = 0; l < out.length; l += 1) {
    const from = now - back[l];
    out[l] = from < 0 ? 0 : series[from];
  }
}
