import type { Block } from '../../block/block.ts';
import type { DealPlan, OptionPlan } from '../../plan/deal.ts';
import { exerciseMonth, isExercised } from '../../step/options/exercise-outcome.ts';
import { optionValue, waitingCost } from '../../step/options/option-value.ts';
import type { MeasureDefinition } from '../definition.ts';

/** Options on future chips. */
export const optionMeasures: readonly MeasureDefinition[] = [
  {
    id: 'options.OPTION.exercised',
    label: 'OPTION exercised',
    unit: '1',
    kind: 'stock',
    meaning: 'Whether the option has been exercised (over deals: how many of that name).',
    formula: '[m ≥ month of exercise]',
    each: 'option',
    ofDeal: (block, deal, name) => isExercised(block, deal, optionOf(deal, name)),
    ofAll: 'sum',
  },
  {
    id: 'options.OPTION.month',
    label: 'Exercise of OPTION',
    unit: 'month',
    kind: 'outcome',
    meaning: 'Month in which the option is exercised.',
    formula: 'first m in the window with v(option) ≥ threshold · v(best alternative)',
    isBeginning: true,
    each: 'option',
    ofDeal: (block, deal, name) => exerciseMonth(block, [{ deal, option: optionOf(deal, name) }]),
    ofAll: (block, name) => exerciseMonth(block, optionsNamed(block, name)),
  },
  {
    id: 'options.OPTION.value',
    label: 'Value of OPTION',
    unit: 'USD',
    kind: 'outcome',
    meaning: 'Present value of the customer’s surplus with the option less without it, on the same draw.',
    formula: 'PV(market value − billed) with − without',
    each: 'option',
    isAfterCapital: true,
    ofDeal: (block, deal, name) => block.use(optionValue, optionOf(deal, name)),
    ofAll: 'sum',
  },
  {
    id: 'options.OPTION.waiting-cost',
    label: 'Cost of waiting with OPTION',
    unit: 'USD',
    kind: 'outcome',
    meaning:
      'Present value of the surplus if the option is exercised as early as possible less with its rule.',
    formula: 'PV(surplus at the opening) − PV(surplus by the rule)',
    each: 'option',
    isAfterCapital: true,
    ofDeal: (block, deal, name) => block.use(waitingCost, optionOf(deal, name)),
    ofAll: 'sum',
  },
];

function optionOf(deal: DealPlan, name: string): OptionPlan {
  return deal.options[deal.options.findIndex((option) => option.key === name)];
}

function optionsNamed(block: Block, name: string): readonly { deal: DealPlan; option: OptionPlan }[] {
  return block.plan.deals.flatMap((deal) =>
    deal.options.filter((option) => option.key === name).map((option) => ({ deal, option })),
  );
}
