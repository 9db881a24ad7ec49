import type { Block } from '../../block/block.ts';
import { quotientOf } from '../../lanes/arithmetic.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { siliconPower } from '../../step/dependence/own-silicon.ts';
import { chipHours, chips, chipsByGeneration } from '../../step/fleet/chips.ts';
import { chipsInstalled } from '../../step/fleet/chips-installed.ts';
import { fleet } from '../../step/fleet/fleet.ts';
import { fleetGenerations } from '../../step/fleet/mix-generations.ts';
import type { MeasureDefinition } from '../definition.ts';

/** Chips and the power they fill, by generation and in total. */
export const fleetMeasures: readonly MeasureDefinition[] = [
  {
    id: 'fleet.power',
    label: 'Power of the fleet',
    unit: 'MW',
    kind: 'stock',
    meaning: 'IT power filled with chips.',
    formula: 'Σ fleet.power.GEN = capacity.it − fleet.unfilled',
    ofDeal: (block, deal) => block.use(siliconPower, deal).total,
    ofAll: 'sum',
  },
  {
    id: 'fleet.power.GEN',
    label: 'Power of GEN',
    unit: 'MW',
    kind: 'stock',
    meaning: 'IT power filled with chips of one generation.',
    formula: 'power(m−1) + installed − retired',
    each: 'generation',
    ofDeal: (block, deal, name) => block.use(fleet, deal).members[placeOf(block, deal, name)].power,
    ofAll: 'sum',
  },
  {
    id: 'fleet.chips',
    label: 'Chips',
    unit: 'chips',
    kind: 'stock',
    meaning: 'All chips in service.',
    formula: 'Σ fleet.chips.GEN',
    ofDeal: (block, deal) => block.use(chips, deal),
    ofAll: 'sum',
  },
  {
    id: 'fleet.chips.GEN',
    label: 'Chips of GEN',
    unit: 'chips',
    kind: 'stock',
    meaning: 'Chips of one generation in service.',
    formula: 'fleet.power.GEN · 1e6 / IT watts per chip',
    each: 'generation',
    ofDeal: (block, deal, name) => block.use(chipsByGeneration, deal)[placeOf(block, deal, name)],
    ofAll: 'sum',
  },
  {
    id: 'fleet.installed.GEN',
    label: 'Chips of GEN installed',
    unit: 'chips',
    kind: 'flow',
    meaning:
      'Chips of one generation installed in the month, replacements included; what ran before is not counted.',
    formula: '(share · new power + options) · 1e6 / IT watts per chip',
    each: 'generation',
    ofDeal: (block, deal, name) => block.use(chipsInstalled, deal)[placeOf(block, deal, name)],
    ofAll: 'sum',
  },
  {
    id: 'fleet.share.GEN',
    label: 'Share of GEN in the fleet',
    unit: '1',
    kind: 'ratio',
    meaning: 'Part of the filled IT power that one generation holds.',
    formula: 'fleet.power.GEN / fleet.power',
    quotient: { of: 'fleet.power.GEN', by: 'fleet.power' },
    each: 'generation',
    ofDeal: (block, deal, name) => {
      const { power } = block.use(fleet, deal).members[placeOf(block, deal, name)];
      return quotientOf(block, power, block.use(siliconPower, deal).total);
    },
    ofAll: (block, name) =>
      quotientOf(block, block.measure(`fleet.power.${name}`), block.measure('fleet.power')),
  },
  {
    id: 'fleet.unfilled',
    label: 'Power without chips',
    unit: 'MW',
    kind: 'stock',
    meaning: 'IT power that waits for a generation to become available.',
    formula: 'capacity.it − fleet.power',
    ofDeal: (block, deal) => block.use(fleet, deal).unfilled,
    ofAll: 'sum',
  },
  {
    id: 'fleet.chip-hours',
    label: 'Chip-hours',
    unit: 'chip-hours',
    kind: 'flow',
    meaning: 'Hours of all chips in service.',
    formula: '(chips(m−1) + chips(m)) / 2 · hours',
    ofDeal: (block, deal) => block.use(chipHours, deal),
    ofAll: 'sum',
  },
];

/** Place of a generation in a deal's fleet. */
export function placeOf(block: Block, deal: DealPlan, generation: string): number {
  return fleetGenerations(deal).findIndex((index) => block.plan.generations[index].key === generation);
}
