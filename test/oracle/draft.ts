import type { Distribution } from '#shared/engine/plan/distribution.ts';
import type { Input, Path, Slot } from '#shared/engine/plan/input.ts';

/** Dice with a seed (mulberry32): enough for making plans up. */
export interface Dice {
  /** Evenly in 0…1. */
  readonly roll: () => number;
  readonly happens: (probability: number) => boolean;
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly pick: <T>(choices: readonly T[]) => T;
}

/** Dice that always fall the same way for the same seed. */
export function newDice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low: number, high: number) => low + Math.floor(roll() * (high - low + 1));
  return {
    roll,
    whole,
    happens: (probability) => roll() < probability,
    pick: (choices) => {
      const choice = choices[whole(0, choices.length - 1)];
      if (choice === undefined) throw new Error('Nothing to choose from');
      return choice;
    },
  };
}

/** A plan's inputs as they are being made up, and the value each takes in every lane. */
export interface Draft {
  readonly dice: Dice;
  readonly inputs: readonly Input[];
  readonly lanes: readonly (readonly number[])[];
  /** The same number in every lane. */
  readonly fixed: (value: number) => Slot;
  /** A number between two ends, often another one in every lane; rounded to a multiple of `grid` where stated. */
  readonly between: (low: number, high: number, grid?: number) => Slot;
  /** One of some special values, often another one in every lane. */
  readonly oneOf: (values: readonly number[]) => Slot;
  /** 1 with a probability, else 0. */
  readonly chance: (probability: number) => Slot;
  /** Months since the start, to the eighth, so that sums of dates are exact whatever their order. */
  readonly date: (low: number, high: number) => Slot;
  /** Dated values in increasing order of date. */
  readonly path: (from: number, to: number, low: number, high: number) => Path;
}

const EIGHTH = 1 / 8;

/** An empty draft for a number of lanes. */
export function newDraft(seed: number, laneCount: number): Draft {
  const dice = newDice(seed);
  const inputs: Input[] = [];
  const lanes = Array.from({ length: laneCount }, (): number[] => []);

  const add = (distribution: Distribution, draw: () => number): Slot => {
    const shared = distribution.kind === 'constant' ? distribution.value : null;
    for (const lane of lanes) lane.push(shared ?? draw());
    inputs.push({ key: `made-up.${inputs.length}`, distribution });
    return inputs.length - 1;
  };
  const fixed = (value: number) => add({ kind: 'constant', value }, () => value);
  const between = (low: number, high: number, grid = 0): Slot => {
    const draw = () => {
      const value = low + dice.roll() * (high - low);
      return grid === 0 ? value : Math.round(value / grid) * grid;
    };
    return dice.happens(0.4) ? fixed(draw()) : add({ kind: 'uniform', low, high }, draw);
  };
  const oneOf = (values: readonly number[]): Slot => {
    if (dice.happens(0.4)) return fixed(dice.pick(values));
    const distribution = { kind: 'discrete' as const, values, weights: values.map(() => 1) };
    return add(distribution, () => dice.pick(values));
  };
  const chance = (probability: number): Slot => {
    const distribution = {
      kind: 'discrete' as const,
      values: [0, 1],
      weights: [1 - probability, probability],
    };
    return add(distribution, () => (dice.happens(probability) ? 1 : 0));
  };
  const date = (low: number, high: number) => between(low, high, EIGHTH);
  const path = (from: number, to: number, low: number, high: number): Path => {
    const count = dice.whole(1, 4);
    const gap = (to - from) / count;
    const points = Array.from({ length: count }, (_, i) => ({
      at: date(from + i * gap, from + (i + 0.75) * gap),
      value: between(low, high),
    }));
    return { at: points.map((point) => point.at), value: points.map((point) => point.value) };
  };
  return { dice, inputs, lanes, fixed, between, oneOf, chance, date, path };
}
