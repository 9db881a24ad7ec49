import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { metMonth } from './met-month.ts';
import { monthsAhead } from './months-ahead.ts';

/**
 * Averages the months ahead of all commitments by their amounts: `Σ C · months / Σ C`. Unit: months; NaN without any.
 */
export function monthsAheadOfAll(block: Block, deals: readonly DealPlan[]): Lanes {
  const { lanes } = block;
  const parts = deals.flatMap((deal) =>
    deal.commitment === null
      ? []
      : [{ amount: block.input(deal.commitment.amount), ahead: block.use(monthsAhead, deal) }],
  );
  const weights = block.cell();
  const average = block.cell();
  block.onStart(() => {
    for (const { amount } of parts) {
      for (let l = 0; l < lanes; l += 1) weights[l] += Math.max(0, amount[l]);
    }
  });
  block.onMonth(() => {
    average.fill(0);
    for (const { amount, ahead } of parts) {
      for (let l = 0; l < lanes; l += 1) if (amount[l] > 0) average[l] += amount[l] * ahead[l];
    }
    for (let l = 0; l < lanes; l += 1) average[l] = weights[l] > 0 ? average[l] / weights[l] : Number.NaN;
  });
  return average;
}

/** Finds when the last of all commitments is met; NaN while one is not within the horizon, or there is none. */
export function allMetMonth(block: Block, deals: readonly DealPlan[]): Lanes {
  const { lanes } = block;
  const parts = deals.flatMap((deal) =>
    deal.commitment === null
      ? []
      : [{ amount: block.input(deal.commitment.amount), met: block.use(metMonth, deal) }],
  );
  const latest = block.cell();
  block.onEnd(() => {
    for (let l = 0; l < lanes; l += 1) {
      latest[l] = Number.NaN;
      for (const { amount, met } of parts) {
        if (!(amount[l] > 0)) continue;
        latest[l] = Number.isNaN(latest[l]) ? met[l] : Math.max(latest[l], met[l]);
        if (Number.isNaN(met[l])) break;
      }
    }
  });
  return latest;
}
