import type { World } from './world.ts';

/** When a measure of a month is known: before capital moves, after it, or once the whole run is over. */
export type Timing = 'before-capital' | 'after-capital' | 'after-the-run';

const AFTER_CAPITAL = [
  'capital.',
  'facility.',
  'circularity.',
  'provider.',
  'customer.',
  'dependence.',
  'spend.cash',
  'spend.credits-used',
];

const OUTCOMES = [
  /^commitment\.met-month$/,
  /^provider\.(irr|irr-count|payback-month)$/,
  /^options\..+\.(month|value|waiting-cost)$/,
  /^capital\.month\./,
];

/** When a measure is known, by its id. */
export function timingOf(world: World, id: string): Timing {
  const custom = world.plan.measures.find((measure) => measure.id === id);
  if (custom !== undefined) {
    const isSettled = custom.formula.steps.every(
      (step) =>
        step.op !== 'measure-at' && (step.op !== 'measure' || timingOf(world, step.id) !== 'after-the-run'),
    );
    return isSettled ? 'after-capital' : 'after-the-run';
  }
  const local = withoutDeal(world, id);
  if (OUTCOMES.some((outcome) => outcome.test(local))) return 'after-the-run';
  return AFTER_CAPITAL.some((prefix) => local.startsWith(prefix)) ? 'after-capital' : 'before-capital';
}

function withoutDeal(world: World, id: string): string {
  const deal = world.plan.deals.find(({ key }) => id.startsWith(`${key}.`));
  return deal === undefined ? id : id.slice(deal.key.length + 1);
}
