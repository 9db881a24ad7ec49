import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coalitionsOf,
  type DividedDifference,
  divide,
  jackknifeError,
} from '#shared/engine/compare/attribution.ts';
import type { Coalitions } from '#shared/engine/compare/coalition-model.ts';
import { uncontrolled } from '#shared/engine/control.ts';

fc.configureGlobal({ seed: 20261120 });

const names = ['growth', 'slip', 'price', 'ceiling', 'floor', 'mix', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** A game on so many players: the value of each coalition by the bits of its members. */
const games = fc.integer({ min: 1, max: 6 }).chain((players) =>
  fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), {
    minLength: 2 ** players,
    maxLength: 2 ** players,
  }),
);

function bitsOf({ members }: Pick<Coalitions, 'members'>, players: number, row: number): number {
  let bits = 0;
  for (let player = 0; player < players; player++) bits |= (members[row * players + player] ?? 0) << player;
  return bits;
}

function play(players: readonly string[], value: (bits: number) => number, outputs = 1): DividedDifference {
  const division = { players, seed: 7, pairs: 64 };
  const coalitions = coalitionsOf(division);
  const figures = new Float64Array(outputs * coalitions.count);
  for (let row = 0; row < coalitions.count; row++) {
    for (let output = 0; output < outputs; output++) {
      figures[output * coalitions.count + row] = value(bitsOf(coalitions, players.length, row));
    }
  }
  const divided = divide(division, coalitions, figures, uncontrolled);
  if (!divided.ok) throw new Error(divided.error);
  return divided.value;
}

/** The definition, by brute force: the mean contribution of a player over every order of joining. */
function shapleyByOrders(players: number, value: (bits: number) => number): number[] {
  const sums = new Array<number>(players).fill(0);
  let orders = 0;
  const join = (joined: readonly number[], bits: number): void => {
    if (joined.length === players) orders += 1;
    for (let player = 0; player < players; player++) {
      if ((bits >> player) & 1) continue;
      join([...joined, player], bits | (1 << player));
    }
  };
  const walk = (bits: number, weight: number, left: number): void => {
    for (let player = 0; player < players; player++) {
      if ((bits >> player) & 1) continue;
      const share = weight / left;
      sums[player] = (sums[player] ?? 0) + share * (value(bits | (1 << player)) - value(bits));
      walk(bits | (1 << player), share, left - 1);
    }
  };
  join([], 0);
  walk(0, 1, players);
  expect(orders).toBe(Array.from({ length: players }, (_, at) => at + 1).reduce((a, b) => a * b, 1));
  return sums;
}

describe('dividing a difference', () => {
  it('gives what the definition gives, for any game', () => {
    fc.assert(
      fc.property(games, (values) => {
        const players = Math.log2(values.length);
        const value = (bits: number) => values[bits] ?? Number.NaN;
        const { parts } = play(names.slice(0, players), value);
        const expected = shapleyByOrders(players, value);
        const scale = Math.max(...values.map(Math.abs), 1);
        parts.forEach(({ effect }, player) => {
          expect(Math.abs(effect - (expected[player] ?? 0)) / scale).toBeLessThan(1e-12);
        });
      }),
    );
  });

  it('sums to the whole, to the last bit', () => {
    fc.assert(
      fc.property(games, (values) => {
        const { parts, from, to } = play(
          names.slice(0, Math.log2(values.length)),
          (bits) => values[bits] ?? 0,
        );
        expect(parts.reduce((sum, { effect }) => sum + effect, 0)).toBe(to - from);
      }),
    );
  });

  it('does not depend on the order of the players', () => {
    fc.assert(
      fc.property(games, fc.integer({ min: 0, max: 5 }), (values, turn) => {
        const players = Math.log2(values.length);
        const own = names.slice(0, players);
        const order = own.map((_, at) => (at + turn) % players);
        const plain = play(own, (bits) => values[bits] ?? 0);
        const turned = play(
          order.map((at) => own[at] ?? ''),
          (bits) => values[order.reduce((sum, at, place) => sum | (((bits >> place) & 1) << at), 0)] ?? 0,
        );
        order.forEach((at, place) => {
          expect(turned.parts[place]?.alone).toBe(plain.parts[at]?.alone);
          // The rounding of the sum is taken up by the largest part, so a bit may fall to another.
          const [one = 0, two = 0] = [turned.parts[place]?.effect, plain.parts[at]?.effect];
          expect(Math.abs(one - two)).toBeLessThanOrEqual(1e-14 * Math.max(...values.map(Math.abs)));
        });
      }),
    );
  });

  it('treats equal players equally, gives nothing to one that changes nothing, and adds up without interaction', () => {
    const alike = play(['a', 'b', 'c'], (bits) => ((bits & 1) + ((bits >> 1) & 1)) ** 2 * 10);
    expect(alike.parts.map(({ effect }) => effect)).toEqual([20, 20, 0]);
    expect(alike.interaction).toBe(20);
    const additive = play(['a', 'b', 'c'], (bits) => [0, 5].at(bits & 1) ?? 0);
    expect(additive.parts.map(({ effect, alone, last }) => [effect, alone, last])).toEqual([
      [5, 5, 5],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(additive.interaction).toBe(0);
  });

  it('comes near with sampled orders above twelve players, within its own error, and still sums exactly', () => {
    const weights = names.map((_, at) => (at % 5) - 1.5);
    const value = (bits: number) => {
      const sum = weights.reduce((total, weight, at) => total + (((bits >> at) & 1) === 1 ? weight : 0), 0.3);
      return Math.max(0, sum) ** 1.5;
    };
    const sampled = play(names, value);
    const exact = exactByMoments(weights);
    expect(sampled.parts.reduce((sum, { effect }) => sum + effect, 0)).toBe(sampled.to - sampled.from);
    const far = sampled.parts.map(({ effect, standardError }, at) => ({
      by: Math.abs(effect - (exact[at] ?? 0)),
      standardError,
    }));
    expect(far.filter(({ by, standardError }) => by > 4 * standardError + 1e-9)).toEqual([]);
    expect(sampled.parts.some(({ standardError }) => standardError > 0)).toBe(true);
  });

  /** All 2^14 coalitions of the same game, weighed directly. */
  function exactByMoments(weights: readonly number[]): number[] {
    const players = weights.length;
    const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
    const values = Float64Array.from({ length: 2 ** players }, (_, bits) => {
      const sum = weights.reduce((total, weight, at) => total + (((bits >> at) & 1) === 1 ? weight : 0), 0.3);
      return Math.max(0, sum) ** 1.5;
    });
    return weights.map((_, player) => {
      let part = 0;
      for (let bits = 0; bits < values.length; bits++) {
        if ((bits >> player) & 1) continue;
        const size = bits.toString(2).replaceAll('0', '').length;
        const weight = (factorial(size) * factorial(players - size - 1)) / factorial(players);
        part += weight * ((values[bits | (1 << player)] ?? 0) - (values[bits] ?? 0));
      }
      return part;
    });
  }

  it('makes more of the ends, and of each player first and last, where these have more draws', () => {
    const players = ['a', 'b', 'c', 'd'];
    const division = { players, seed: 7, pairs: 8 };
    const coalitions = coalitionsOf(division);
    const noise = (draw: number, turn: number) => Math.sin((draw + 1) * turn) ** 3;
    const valueOn = (draw: number, bits: number) => {
      const on = (bit: number) => (bits >> bit) & 1;
      const power = (5 + 3 * noise(draw, 12.9898)) * (1 - 0.4 * on(0));
      const price = (2 + noise(draw, 78.233)) * (1 + 0.3 * on(1));
      return Math.min(power, 6 + on(2)) * price + on(3) * noise(draw, 37.719);
    };
    const means = (from: number, to: number, rows: number, without: number) =>
      Float64Array.from({ length: rows }, (_, row) => {
        const bits = bitsOf(coalitions, players.length, row);
        let [sum, count] = [0, 0];
        for (let draw = from; draw < to; draw++) {
          if ((draw & 31) === without) continue;
          sum += valueOn(draw, bits);
          count += 1;
        }
        return sum / count;
      });
    const outputs = (from: number, to: number, rows: number) =>
      Float64Array.from(Array.from({ length: 33 }, (_, at) => [...means(from, to, rows, at - 1)]).flat());
    const divided = (figures: Float64Array, more: { all: Float64Array; few: Float64Array } | null) => {
      const found = divide(division, coalitions, figures, uncontrolled, more);
      if (!found.ok) throw new Error(found.error);
      return found.value;
    };
    const [draws, few] = [4096, 256];
    const exact = divided(outputs(0, draws, coalitions.count), null);
    const rough = divided(outputs(0, few, coalitions.count), null);
    const better = divided(outputs(0, few, coalitions.count), {
      all: outputs(0, draws, coalitions.core),
      few: outputs(0, few, coalitions.core),
    });
    expect([better.from, better.to]).toEqual([exact.from, exact.to]);
    expect(better.parts.reduce((sum, { effect }) => sum + effect, 0)).toBe(better.to - better.from);
    const distance = (found: DividedDifference) =>
      Math.hypot(...found.parts.map(({ effect }, at) => effect - (exact.parts[at]?.effect ?? 0)));
    expect(distance(better)).toBeLessThan(distance(rough) / 4);
    better.parts.forEach(({ effect, standardError, alone }, at) => {
      expect(alone).toBe(exact.parts[at]?.alone);
      expect(Math.abs(effect - (exact.parts[at]?.effect ?? 0))).toBeLessThan(4 * standardError + 1e-9);
      expect(standardError).toBeLessThanOrEqual(rough.parts[at]?.standardError ?? 0);
    });
  });

  it('takes the error of the mean from the replicates, as for any other mean', () => {
    // The jackknife of a mean of independent groups is its usual standard error.
    const means = Array.from({ length: 32 }, (_, at) => Math.sin(at * 12.9898) * 100);
    const all = means.reduce((sum, value) => sum + value, 0);
    const error = jackknifeError(Float64Array.from(means, (value) => (all - value) / 31));
    const mean = all / 32;
    const plain = Math.sqrt(means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 31 / 32);
    expect(error / plain).toBeGreaterThan(1);
    expect(error / plain).toBeLessThan(1.05);
    expect(jackknifeError(new Float64Array(0))).toBe(0);
    expect(jackknifeError(new Float64Array(32).fill(5))).toBe(0);
  });
});
