import type { Block, Lanes } from '../../block/block.ts';
import { highest, lowest } from '../../lanes/operations.ts';
import type { DealPlan, OptionPlan } from '../../plan/deal.ts';
import { chipValue } from '../fleet/chip-value.ts';
import { listedPrice } from '../price/generation-price.ts';
import { leastPrice } from '../price/least-price.ts';
import { bestAlternative } from './best-alternative.ts';

/** Whether and when an option is exercised. */
export interface OptionExercise {
  readonly option: OptionPlan;
  /** Month of exercise, infinite while it is not exercised. */
  readonly exercisedAt: Lanes;
  /** Price per chip-hour fixed at exercise, USD; infinite before. */
  readonly lockedPrice: Lanes;
}

/**
 * Exercises the options of a deal by a threshold rule, in the first month of the window in which it holds.
 *
 * Formula: with `v = effective FLOP/s per chip / price per chip-hour`, exercise when
 * `v(option) ≥ threshold · v(best alternative)` or there is no alternative; the option's price is its listed price times
 * the price factor and is locked from then on. The generation must be available by the end of the notice (early access
 * counts), and a first refusal must have been offered. The decision is made on prices of the month.
 */
export function optionExercises(block: Block, deal: DealPlan): readonly OptionExercise[] {
  return deal.options.map((option) => optionExercise(block, deal, option));
}

function optionExercise(block: Block, deal: DealPlan, option: OptionPlan): OptionExercise {
  const { lanes, plan } = block;
  const generation = plan.generations[option.generation];
  const exercisedAt = block.cell();
  const lockedPrice = block.cell();
  const mode = block.optionMode(option);
  block.onStart(() => {
    exercisedAt.fill(Number.POSITIVE_INFINITY);
    lockedPrice.fill(Number.POSITIVE_INFINITY);
  });
  if (mode === 'off') return { option, exercisedAt, lockedPrice };

  const listed = block.use(listedPrice, generation);
  const perChip = chipValue(block, deal, generation);
  const best = bestAlternative(block, deal, option);
  const available = block.input(generation.available);
  const opens = block.input(option.opens);
  const closes = block.input(option.closes);
  const notice = block.input(option.noticeMonths);
  const early = block.input(option.earlyMonths);
  const priceFactor = block.input(option.priceFactor);
  const threshold = block.input(option.threshold);
  const isOffered = block.input(option.isOffered);
  const isEarly = option.rights === 'early-access';
  const needsOffer = option.rights === 'first-refusal';

  const mayExercise = (l: number, m: number): boolean =>
    exercisedAt[l] === Number.POSITIVE_INFINITY &&
    m >= Math.floor(opens[l]) &&
    m <= Math.floor(closes[l]) &&
    (!needsOffer || isOffered[l] >= 0.5) &&
    available[l] - (isEarly ? early[l] : 0) <= Math.floor(m + notice[l]);

  /** Over all lanes: outside these months nothing can be exercised. */
  let firstOpen = 0;
  let lastOpen = 0;
  block.onStart(() => {
    firstOpen = Math.floor(lowest(opens));
    lastOpen = Math.floor(highest(closes));
  });
  block.onMonth((m) => {
    if (m < firstOpen || m > lastOpen) return;
    for (let l = 0; l < lanes; l += 1) {
      if (!mayExercise(l, m)) continue;
      const price = listed[l] * priceFactor[l];
      const value = perChip[l] / Math.max(leastPrice, price);
      const alternative = best(l, m);
      if (mode === 'rule' && alternative !== null && value < threshold[l] * alternative) continue;
      exercisedAt[l] = m;
      lockedPrice[l] = price;
    }
  });
  return { option, exercisedAt, lockedPrice };
}
