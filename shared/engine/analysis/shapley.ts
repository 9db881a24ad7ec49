import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { RunControl } from '../control.ts';
import { closeSum } from './close-sum.ts';
import { exactShapley } from './exact-shapley.ts';
import type { Attribution, Game } from './game.ts';
import { sampledShapley } from './sampled-shapley.ts';

/** Up to so many players every coalition is valued: 4,096 of them. */
export const MOST_EXACT_PLAYERS = 12;

/**
 * Divides the difference between nobody and everybody taking part by Shapley values: the mean contribution of a player over all
 * orders in which players can join. Exact up to 12 players, by sampled permutations above.
 * Source: Shapley, A value for n-person games (1953).
 */
export function shapley(game: Game, control: RunControl): Outcome<readonly Attribution[], 'cancelled'> {
  const order = [...game.players.keys()].sort((one, two) => (game.players[one] < game.players[two] ? -1 : 1));
  const sorted: Game = {
    ...game,
    players: order.map((player) => game.players[player]),
    evaluate: (members, count) => game.evaluate(inGivenOrder(members, count, order), count),
  };
  const isExact = order.length <= MOST_EXACT_PLAYERS;
  const found = isExact ? exactShapley(sorted, control) : sampledShapley(sorted, control);
  if (found === null) return fail('cancelled');
  return ok(
    found.map(({ none, whole, parts, standardErrors }) => {
      const inOrder = (values: Float64Array) => {
        const placed = new Float64Array(order.length);
        order.forEach((player, place) => {
          placed[player] = values[place];
        });
        return placed;
      };
      return {
        none,
        whole,
        parts: closeSum(inOrder(parts), whole - none),
        standardErrors: inOrder(standardErrors),
      };
    }),
  );
}

function inGivenOrder(members: Uint8Array, count: number, order: readonly number[]): Uint8Array {
  const given = new Uint8Array(members.length);
  for (let coalition = 0; coalition < count; coalition++) {
    const start = coalition * order.length;
    order.forEach((player, place) => {
      given[start + player] = members[start + place];
    });
  }
  return given;
}
