import type { RunControl } from '../control.ts';
import { type Attribution, COALITIONS_AT_ONCE, type Game } from './game.ts';

/** Values every coalition and weighs each contribution by the share of orders in which it occurs. Null when cancelled. */
export function exactShapley(game: Game, control: RunControl): readonly Attribution[] | null {
  const players = game.players.length;
  const coalitions = 1 << players;
  const values = new Float64Array(game.outputs * coalitions);
  for (let first = 0; first < coalitions; first += COALITIONS_AT_ONCE) {
    if (control.isCancelled()) return null;
    const count = Math.min(COALITIONS_AT_ONCE, coalitions - first);
    const members = new Uint8Array(count * players);
    for (let at = 0; at < members.length; at++) {
      members[at] = ((first + Math.floor(at / players)) >>> (at % players)) & 1;
    }
    const found = game.evaluate(members, count);
    for (let output = 0; output < game.outputs; output++) {
      values.set(found.subarray(output * count, (output + 1) * count), output * coalitions + first);
    }
    control.report((first + count) / coalitions);
  }
  const weightOfSize = weightsBySize(players);
  return Array.from({ length: game.outputs }, (_, output) => {
    const own = values.subarray(output * coalitions, (output + 1) * coalitions);
    const parts = new Float64Array(players);
    for (let coalition = 0; coalition < coalitions; coalition++) {
      const weight = weightOfSize[bitCount(coalition)];
      for (let player = 0; player < players; player++) {
        const bit = 1 << player;
        if ((coalition & bit) === 0) parts[player] += weight * (own[coalition | bit] - own[coalition]);
      }
    }
    return { none: own[0], whole: own[coalitions - 1], parts, standardErrors: new Float64Array(players) };
  });
}

/** s! (n - s - 1)! / n! for every size s of a coalition without the player. */
function weightsBySize(players: number): Float64Array {
  const weights = new Float64Array(players + 1);
  let weight = 1 / players;
  for (let size = 0; size < players; size++) {
    weights[size] = weight;
    weight *= (size + 1) / (players - size - 1);
  }
  return weights;
}

function bitCount(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
