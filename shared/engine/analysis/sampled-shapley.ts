import type { RunControl } from '../control.ts';
import { streamKey } from '../random/stream-key.ts';
import { threefry } from '../random/threefry.ts';
import { type Attribution, COALITIONS_AT_ONCE, type Game } from './game.ts';

/**
 * Averages contributions over random orders of joining, each followed by its reverse so that much of the noise cancels
 * (Castro, Gómez, Tejada, 2009; antithetic as in Mitchell et al., 2022). The parts of every order sum to the whole, so their
 * means do too. Null when cancelled.
 */
export function sampledShapley(game: Game, control: RunControl): readonly Attribution[] | null {
  const { outputs, evaluate } = game;
  const players = game.players.length;
  const pairs = Math.max(2, game.pairs);
  const ends = new Uint8Array(2 * players).fill(1, players);
  const endValues = evaluate(ends, 2);
  const sums = new Float64Array(outputs * players);
  const squares = new Float64Array(outputs * players);
  const pairsAtOnce = Math.max(1, Math.floor(COALITIONS_AT_ONCE / (2 * (players - 1))));
  for (let first = 0; first < pairs; first += pairsAtOnce) {
    if (control.isCancelled()) return null;
    const count = Math.min(pairsAtOnce, pairs - first);
    const orders = Array.from({ length: count }, (_, pair) => randomOrder(players, game.seed, first + pair));
    const coalitions = 2 * count * (players - 1);
    const found = evaluate(prefixes(orders, players), coalitions);
    orders.forEach((order, pair) => {
      for (let output = 0; output < outputs; output++) {
        const own = new Float64Array(players);
        const [none, whole] = [endValues[2 * output], endValues[2 * output + 1]];
        const start = output * coalitions + 2 * pair * (players - 1);
        addOrder(order, found, start, none, whole, own);
        addOrder([...order].reverse(), found, start + players - 1, none, whole, own);
        own.forEach((part, player) => {
          sums[output * players + player] += part / 2;
          squares[output * players + player] += (part / 2) ** 2;
        });
      }
    });
    control.report((first + count) / pairs);
  }
  return Array.from({ length: outputs }, (_, output) => {
    const from = output * players;
    const parts = sums.slice(from, from + players).map((sum) => sum / pairs);
    const standardErrors = parts.map((mean, player) => {
      const variance = Math.max(0, squares[from + player] / pairs - mean * mean);
      return Math.sqrt(variance / (pairs - 1));
    });
    return { none: endValues[2 * output], whole: endValues[2 * output + 1], parts, standardErrors };
  });
}

/** Coalitions met when players join in each order and in its reverse: all but nobody and everybody. */
function prefixes(orders: readonly (readonly number[])[], players: number): Uint8Array {
  const members = new Uint8Array(2 * orders.length * (players - 1) * players);
  let row = 0;
  for (const order of orders) {
    for (const joining of [order, [...order].reverse()]) {
      for (let joined = 1; joined < players; joined++) {
        for (let place = 0; place < joined; place++) members[row * players + joining[place]] = 1;
        row += 1;
      }
    }
  }
  return members;
}

function addOrder(
  order: readonly number[],
  values: Float64Array,
  start: number,
  none: number,
  whole: number,
  parts: Float64Array,
): void {
  let before = none;
  order.forEach((player, place) => {
    const after = place === order.length - 1 ? whole : values[start + place];
    parts[player] += after - before;
    before = after;
  });
}

/** A random order by Fisher and Yates, a function of seed and index alone. */
function randomOrder(players: number, seed: number, index: number): number[] {
  const { k0, k1 } = streamKey(seed, 'orders');
  const words = new Uint32Array(2);
  const order = Array.from({ length: players }, (_, player) => player);
  for (let last = players - 1; last > 0; last--) {
    threefry(k0, k1, index, last, words);
    const chosen = Math.floor((words[0] / 4294967296) * (last + 1));
    [order[last], order[chosen]] = [order[chosen], order[last]];
  }
  return order;
}
