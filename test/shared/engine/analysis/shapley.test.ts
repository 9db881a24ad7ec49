import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeSum } from '#shared/engine/analysis/close-sum.ts';
import type { Attribution, EvaluateCoalitions, Game } from '#shared/engine/analysis/game.ts';
import { sampledShapley } from '#shared/engine/analysis/sampled-shapley.ts';
import { shapley } from '#shared/engine/analysis/shapley.ts';
import { uncontrolled } from '#shared/engine/control.ts';

type Value = (members: ReadonlySet<string>) => number;

function gameOf(players: readonly string[], ...values: readonly Value[]): Game {
  const evaluate: EvaluateCoalitions = (members, count) => {
    const result = new Float64Array(values.length * count);
    for (let coalition = 0; coalition < count; coalition++) {
      const present = new Set(
        players.filter((_, player) => members[coalition * players.length + player] === 1),
      );
      values.forEach((value, output) => {
        result[output * count + coalition] = value(present);
      });
    }
    return result;
  };
  return { players, outputs: values.length, evaluate, seed: 3, pairs: 200 };
}

function attributionOf(game: Game): readonly Attribution[] {
  const outcome = shapley(game, uncontrolled);
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value;
}

const partsOf = (game: Game) => [...(attributionOf(game)[0]?.parts ?? [])];
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const namesOf = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);

/** The definition: the mean contribution over all orders. */
function byAllOrders(players: readonly string[], value: Value): number[] {
  const parts = new Map(players.map((player) => [player, 0]));
  let orders = 0;
  const visit = (
    joined: Set<string>,
    waiting: readonly string[],
    gains: ReadonlyMap<string, number>,
  ): void => {
    if (waiting.length === 0) {
      orders += 1;
      for (const [player, gain] of gains) parts.set(player, (parts.get(player) ?? 0) + gain);
      return;
    }
    for (const player of waiting) {
      const next = new Set([...joined, player]);
      visit(
        next,
        waiting.filter((other) => other !== player),
        new Map([...gains, [player, value(next) - value(joined)]]),
      );
    }
  };
  visit(new Set(), players, new Map());
  return players.map((player) => (parts.get(player) ?? 0) / orders);
}

/** A random but fixed value for every coalition. */
const randomGame =
  (salt: number): Value =>
  (members) => {
    const code = [...members].reduce((total, name) => total + 2 ** Number(name.slice(1)), 0);
    return 100 * Math.sin(salt * 12.9898 + code * 78.233) + code;
  };

describe('Shapley values', () => {
  it('are the mean over all orders, for random games', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 9999 }), (count, salt) => {
        const players = namesOf(count);
        const expected = byAllOrders(players, randomGame(salt));
        partsOf(gameOf(players, randomGame(salt))).forEach((part, player) => {
          expect(part).toBeCloseTo(expected[player] ?? 0, 9);
        });
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  it.each([1, 2, 5, 9, 12, 15])('sum to the difference to the last bit, %i players', (count) => {
    for (const salt of [1, 2, 3]) {
      const [attribution] = attributionOf({ ...gameOf(namesOf(count), randomGame(salt)), pairs: 20 });
      expect(sum(attribution?.parts ?? [])).toBe((attribution?.whole ?? 0) - (attribution?.none ?? 0));
    }
  });

  it.each([6, 14])('do not depend on the order in which %i players are listed', (count) => {
    const players = namesOf(count);
    const shuffled = [...players.slice(3).reverse(), ...players.slice(0, 3)];
    const one = partsOf(gameOf(players, randomGame(5)));
    const two = partsOf(gameOf(shuffled, randomGame(5)));
    players.forEach((player, at) => {
      expect(two[shuffled.indexOf(player)]).toBeCloseTo(one[at] ?? 0, 9);
    });
  });

  it('treat equals alike and give nothing to who adds nothing', () => {
    const value: Value = (members) =>
      (members.has('a') && members.has('b') ? 10 : 0) + (members.has('c') ? 1 : 0);
    const parts = partsOf(gameOf(['a', 'idle', 'b', 'c'], value));
    [5, 0, 5, 1].forEach((part, at) => {
      expect(parts[at]).toBeCloseTo(part, 12);
    });
  });

  it('serve many outputs at once', () => {
    const players = namesOf(5);
    const both = attributionOf(gameOf(players, randomGame(1), randomGame(2)));
    expect([...(both[1]?.parts ?? [])]).toEqual(partsOf(gameOf(players, randomGame(2))));
  });

  it('are met by sampling within its own standard errors', () => {
    const players = namesOf(10);
    const game = { ...gameOf(players, randomGame(9)), pairs: 400 };
    const exact = partsOf(game);
    const [sampled] = sampledShapley(game, uncontrolled) ?? [];
    let squares = 0;
    exact.forEach((part, player) => {
      const score = ((sampled?.parts[player] ?? 0) - part) / (sampled?.standardErrors[player] ?? 1);
      squares += score * score;
      expect(Math.abs(score)).toBeLessThan(4);
    });
    expect(squares / players.length).toBeGreaterThan(0.2);
    expect(squares / players.length).toBeLessThan(3);
  });

  it('sample an additive game without error', () => {
    const players = namesOf(20);
    const value: Value = (members) => sum([...members].map((name) => Number(name.slice(1))));
    const [attribution] = attributionOf({ ...gameOf(players, value), pairs: 5 });
    players.forEach((_, player) => {
      expect(attribution?.parts[player]).toBeCloseTo(player, 10);
      expect(attribution?.standardErrors[player]).toBeLessThan(1e-6);
    });
  });

  it('stop when cancelled, and close sums only as far as numbers go', () => {
    const control = { isCancelled: () => true, report: () => undefined };
    expect(shapley(gameOf(namesOf(3), randomGame(1)), control).ok).toBe(false);
    expect(shapley(gameOf(namesOf(14), randomGame(1)), control).ok).toBe(false);
    expect([...closeSum(Float64Array.of(1, Number.NaN), 3)]).toEqual([1, Number.NaN]);
    expect([...closeSum(new Float64Array(0), 0)]).toEqual([]);
  });
});
