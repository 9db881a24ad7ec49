import { contractedPower } from '../../step/capacity/contracted-power.ts';
import { energisedPower } from '../../step/capacity/energised-power.ts';
import { energy } from '../../step/capacity/energy.ts';
import { gigawattYears } from '../../step/capacity/gigawatt-years.ts';
import { itPower } from '../../step/capacity/it-power.ts';
import { onlinePower } from '../../step/capacity/online-power.ts';
import { phasePowers } from '../../step/capacity/phase-power.ts';
import { usedPower } from '../../step/capacity/used-power.ts';
import type { MeasureDefinition } from '../definition.ts';

/** Power and energy. */
export const capacityMeasures: readonly MeasureDefinition[] = [
  {
    id: 'capacity.contracted',
    label: 'Contracted power',
    unit: 'MW',
    kind: 'stock',
    meaning:
      'Power under contract, whether or not it runs; stated basis. Exercised options count from exercise.',
    formula: 'min(ceiling, Σ phases + options within) + options outside, from signing',
    ofDeal: (block, deal) => block.use(contractedPower, deal),
    ofAll: 'sum',
  },
  {
    id: 'capacity.energised',
    label: 'Energised power',
    unit: 'MW',
    kind: 'stock',
    meaning: 'Power connected to the grid, whether or not its ramp has run; stated basis.',
    formula: 'min(ceiling, Σ phases with m + 1 > energise + slips) + options',
    ofDeal: (block, deal) => block.use(energisedPower, deal),
    ofAll: 'sum',
  },
  {
    id: 'capacity.online',
    label: 'Online power',
    unit: 'MW',
    kind: 'stock',
    meaning: 'Power that is energised and ramped up, under the ceiling; stated basis.',
    formula: 'min(ceiling, Σ P · f((m + 1 − energise − slips) / ramp)) + options outside',
    ofDeal: (block, deal) => block.use(onlinePower, deal).online,
    ofAll: 'sum',
  },
  {
    id: 'capacity.used',
    label: 'Used power',
    unit: 'MW',
    kind: 'stock',
    meaning: 'Online power that the customer’s work really uses; stated basis.',
    formula: 'capacity.online · usage',
    ofDeal: (block, deal) => block.use(usedPower, deal),
    ofAll: 'sum',
  },
  {
    id: 'capacity.clipped',
    label: 'Power cut by the ceiling',
    unit: 'MW',
    kind: 'stock',
    meaning: 'What the phases would bring online beyond the ceiling; stated basis.',
    formula: 'capacity.unclipped − capacity.online',
    ofDeal: (block, deal) => block.use(onlinePower, deal).clipped,
    ofAll: 'sum',
  },
  {
    id: 'capacity.unclipped',
    label: 'Power before the ceiling',
    unit: 'MW',
    kind: 'stock',
    meaning: 'What would be online if there were no ceiling; stated basis.',
    formula: 'Σ P · f(…) + all option power',
    ofDeal: (block, deal) => block.use(onlinePower, deal).unclipped,
    ofAll: 'sum',
  },
  {
    id: 'capacity.it',
    label: 'Online IT power',
    unit: 'MW',
    kind: 'stock',
    meaning: 'Online power that reaches the servers.',
    formula: 'capacity.online / PUE where power is stated at the facility, else capacity.online',
    ofDeal: (block, deal) => block.use(itPower, deal).it,
    ofAll: 'sum',
  },
  {
    id: 'capacity.phase.PHASE',
    label: 'Power of phase PHASE',
    unit: 'MW',
    kind: 'stock',
    meaning: 'Online power of one phase before the ceiling; stated basis.',
    formula: 'P · f((m + 1 − energise − slips) / ramp)',
    each: 'phase',
    ofDeal: (block, deal, name) => {
      const index = deal.capacity.phases.findIndex((phase) => phase.key === name);
      return block.use(phasePowers, deal)[index].power;
    },
  },
  {
    id: 'capacity.gw-years',
    label: 'Capacity delivered',
    unit: 'GW-year',
    kind: 'flow',
    meaning: 'Average online power of the month times its length; stated basis.',
    formula: '(online(m−1) + online(m)) / 2 / 1000 / 12',
    ofDeal: (block, deal) => block.use(gigawattYears, deal),
    ofAll: 'sum',
  },
  {
    id: 'energy',
    label: 'Electricity',
    unit: 'MWh',
    kind: 'flow',
    meaning: 'Electricity drawn at the meter, cooling and losses included.',
    formula: '(it(m−1) + it(m)) / 2 · PUE · average draw · hours',
    ofDeal: (block, deal) => block.use(energy, deal),
    ofAll: 'sum',
  },
];
