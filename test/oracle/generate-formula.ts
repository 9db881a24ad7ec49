import type { Condition, Formula, FormulaStep } from '#shared/engine/plan/condition.ts';
import type { Draft } from './draft.ts';
import type { Scene } from './scene.ts';

/** Measures a formula may compare, with the size their values have. */
const COMPARABLE: readonly (readonly [id: string, low: number, high: number])[] = [
  ['capacity.online', 5, 2000],
  ['capacity.energised', 5, 2000],
  ['spend.billed', 1e6, 3e9],
  ['spend.billed.cumulative', 1e8, 3e10],
  ['spend.consumption.cumulative', 1e8, 3e10],
  ['commitment.remaining', 1e8, 3e10],
  ['compute.h100e', 1e3, 2e6],
  ['capital.cumulative', 1e8, 3e10],
  ['capital.drawn', 1e8, 1e10],
  ['circularity.ratio', 0.1, 20],
  ['provider.cash.cumulative', -1e10, 1e10],
  ['dependence.liability', 1e8, 3e10],
  ['facility.cap-left', 1e8, 2e10],
];

/** Makes up a condition on measures of a deal or of all, as a milestone or a check would state it. */
export function generateCondition(draft: Draft, scene: Scene, dealKey: string): Condition {
  const { dice } = draft;
  const one = () => comparison(draft, scene, dealKey);
  return {
    steps: dice.pick([
      () => one(),
      () => one(),
      (): FormulaStep[] => [...one(), ...one(), { op: dice.pick(['and', 'or'] as const) }],
      (): FormulaStep[] => [...one(), { op: 'not' }],
      (): FormulaStep[] => [{ op: 'input', slot: draft.chance(0.5) }, ...one(), { op: 'and' }],
    ])(),
  };
}

function comparison(draft: Draft, scene: Scene, dealKey: string): FormulaStep[] {
  const { dice } = draft;
  const [local, low, high] = dice.pick(COMPARABLE);
  const isOwn = scene.ownMeasures.length > 0 && dice.happens(0.1);
  const ofModel = dice.happens(0.6) ? `${dealKey}.${local}` : local;
  const id = isOwn ? dice.pick(scene.ownMeasures) : ofModel;
  return [
    dice.pick<() => FormulaStep>([
      () => ({ op: 'measure', id }),
      () => ({ op: 'measure', id }),
      () => ({ op: 'measure', id, lag: dice.whole(0, 14) }),
      () => ({ op: 'measure-at', id, at: draft.date(-2, scene.months + 2) }),
      () => ({ op: 'measure-at', id, at: null }),
    ])(),
    { op: 'input', slot: draft.between(low, high) },
    { op: dice.pick(['less', 'at-most', 'greater', 'at-least', 'not-equal', 'equal'] as const) },
  ];
}

/** Makes up the formula of a measure of the scenario's own; `earlier` are those listed before it. */
export function generateMeasure(draft: Draft, scene: Scene, earlier: readonly string[]): Formula {
  const { dice } = draft;
  const deal = dice.pick(scene.dealKeys);
  const measure = (local: string): FormulaStep => ({
    op: 'measure',
    id: dice.happens(0.5) ? `${deal}.${local}` : local,
  });
  const input = (low: number, high: number): FormulaStep => ({ op: 'input', slot: draft.between(low, high) });
  const choices: (() => FormulaStep[])[] = [
    () => [measure('spend.billed'), measure('capacity.online'), { op: 'divide' }],
    () => [measure('spend.billed'), measure('provider.cash'), { op: 'add' }],
    () => [{ op: 'measure', id: 'customer.cash' }, measure('capital.cumulative'), { op: 'subtract' }],
    () => [measure('compute.h100e'), { op: 'log' }, { op: 'exp' }, input(0, 2), { op: 'multiply' }],
    () => [measure('capacity.it'), { op: 'sqrt' }, { op: 'negate' }, { op: 'absolute' }],
    () => [measure('capacity.online'), input(0, 900), { op: 'minimum' }, input(0, 400), { op: 'maximum' }],
    () => [measure('commitment.months-ahead'), input(0, 3), { op: 'power' }],
    () => [
      { op: 'measure', id: 'spend.billed', lag: dice.whole(1, 13) },
      measure('spend.billed'),
      { op: 'divide' },
    ],
    () => [{ op: 'measure-at', id: 'capacity.online', at: draft.date(-1, scene.months + 1) }],
    () => [measure('commitment.met-month'), input(0, 100), { op: 'less' }, { op: 'not' }],
    () => generateCondition(draft, scene, deal).steps.slice(),
  ];
  if (earlier.length > 0) {
    choices.push(() => [{ op: 'measure', id: dice.pick(earlier) }, input(0, 5), { op: 'multiply' }]);
  }
  return { steps: dice.pick(choices)() };
}
