import type { Block, Lanes } from '../../block/block.ts';
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
    let shortestLife = 1;
    let hasRetired = false;
    block.onStart(() => {
      installed.fill(0);
      shortestLife = Number.POSITIVE_INFINITY;
      for (let l = 0; l < lanes; l += 1) shortestLife = Math.min(shortestLife, wholeLife(life[l]));
    });
    block.onMonth((m) => {
      hasRetired = m >= shortestLife;
      if (!hasRetired) return;
      for (let l = 0; l < lanes; l += 1) {
        const from = m - wholeLife(life[l]);
        retired[l] = from < 0 ? 0 : installed[from * lanes + l];
      }
    });
    return { installed, retired, hasRetired: () => hasRetired };
  });
}

function wholeLife(months: number): number {
  return Math.max(1, Math.floor(months + 0.5));
}
