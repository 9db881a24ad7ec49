import type { Block, Lanes } from '../../block/block.ts';
import { cumulativeOf, noAnswer, quotientOf, sumOf } from '../../lanes/arithmetic.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { gigawattYears } from '../../step/capacity/gigawatt-years.ts';
import { committed } from '../../step/commitment/committed.ts';
import { ceilingPrice } from '../../step/commitment/implied-price.ts';
import { chipHours } from '../../step/fleet/chips.ts';
import { dealPrices } from '../../step/price/deal-price.ts';
import { generationPrice } from '../../step/price/generation-price.ts';
import type { MeasureDefinition } from '../definition.ts';
import { placeOf } from './fleet.ts';

/** Prices stated and implied. */
export const priceMeasures: readonly MeasureDefinition[] = [
  {
    id: 'price.per-gw-year',
    label: 'Implied price per GW-year',
    unit: 'USD/GW-year',
    kind: 'ratio',
    meaning: 'Committed since the start over the capacity delivered since the start.',
    formula: 'commitment.committed.cumulative / capacity.gw-years.cumulative',
    ofDeal: (block, deal) =>
      committedOver(block, [deal], cumulativeOf(block, block.use(gigawattYears, deal))),
    ofAll: (block) => committedOver(block, block.plan.deals, block.measure('capacity.gw-years.cumulative')),
  },
  {
    id: 'price.per-gw-year-ceiling',
    label: 'Implied price per GW-year at the ceiling',
    unit: 'USD/GW-year',
    kind: 'ratio',
    meaning: 'Commitment per year of the term over the ceiling: whether both can bind.',
    formula: 'C / term years / ceiling GW',
    ofDeal: (block, deal) => ceilingPrice(block, [deal]),
    ofAll: (block) => ceilingPrice(block, block.plan.deals),
  },
  {
    id: 'price.per-chip-hour',
    label: 'Implied price per chip-hour',
    unit: 'USD/chip-hour',
    kind: 'ratio',
    meaning: 'Committed since the start over the chip-hours since the start.',
    formula: 'commitment.committed.cumulative / fleet.chip-hours.cumulative',
    ofDeal: (block, deal) => committedOver(block, [deal], cumulativeOf(block, block.use(chipHours, deal))),
    ofAll: (block) => committedOver(block, block.plan.deals, block.measure('fleet.chip-hours.cumulative')),
  },
  {
    id: 'price.GEN',
    label: 'Price of GEN',
    unit: 'USD/chip-hour',
    kind: 'ratio',
    meaning: 'Price of a chip-hour of one generation; in a deal after its discount and option terms.',
    formula: 'max(floor, list · (1 − discount) · path)',
    each: 'generation',
    ofDeal: (block, deal, name) => block.use(dealPrices, deal)[placeOf(block, deal, name)],
    ofAll: (block, name) => {
      const index = block.plan.generations.findIndex((generation) => generation.key === name);
      return block.use(generationPrice, block.plan.generations[index]);
    },
  },
];

/** What some deals committed since the start over a quantity delivered; no answer where none commits anything. */
function committedOver(block: Block, deals: readonly DealPlan[], delivered: Lanes): Lanes {
  const flows = deals.flatMap(({ commitment }) =>
    commitment === null ? [] : [block.use(committed, commitment).flow],
  );
  if (flows.length === 0) return noAnswer(block);
  return quotientOf(block, cumulativeOf(block, sumOf(block, flows)), delivered);
}
