import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { closeSum } from '../analysis/close-sum.ts';
import type { EvaluateCoalitions } from '../analysis/game.ts';
import { shapley } from '../analysis/shapley.ts';
import { type RunControl, uncontrolled } from '../control.ts';
import { studentFactor } from '../summary/replicate-error.ts';
import type { Coalitions } from './coalition-model.ts';

/** How a difference is divided among players, with the permutations tried where there are too many of them. */
export interface Division {
  readonly players: readonly string[];
  readonly seed: number;
  readonly pairs: number;
}

/** What one player contributes. */
export interface PlayerPart {
  /** Its Shapley value: the mean contribution over all orders of joining. */
  readonly effect: number;
  /** Sampling error of the effect, one standard deviation: of the draws, and of the orders where those are sampled. */
  readonly standardError: number;
  /** What it does alone, joining first. */
  readonly alone: number;
  /** What it does joining last. */
  readonly last: number;
  /** The effect with each replicate of the draws left out, for the error of any sum of parts; empty on the central path. */
  readonly leftOut: Float64Array;
}

/** A difference divided among players. The effects sum to `to` - `from`, to the last bit. */
export interface DividedDifference {
  readonly from: number;
  readonly to: number;
  readonly fromError: number;
  readonly toError: number;
  readonly differenceError: number;
  readonly parts: readonly PlayerPart[];
  /** What the effects of all players, each alone, leave over: `to` - `from` - the sum of `alone`. */
  readonly interaction: number;
}

/**
 * Lists the coalitions a division needs, each once: those the Shapley values ask for, every player alone, and all but each
 * player. The first is nobody, the second everybody. A division has at least one player.
 */
export function coalitionsOf(division: Division): Coalitions {
  const players = division.players.length;
  const rows = new Map<string, Uint8Array>();
  const add = (row: Uint8Array): void => {
    rows.set(row.join(''), row);
  };
  add(new Uint8Array(players));
  add(new Uint8Array(players).fill(1));
  for (let player = 0; player < players; player++) {
    add(onlyPlayer(players, player));
    add(allBut(players, player));
  }
  const core = rows.size;
  play(division, 1, uncontrolled, (members, count) => {
    for (let row = 0; row < count; row++) add(members.slice(row * players, (row + 1) * players));
    return new Float64Array(count);
  });
  const list = [...rows.values()];
  const members = new Uint8Array(list.length * players);
  list.forEach((row, at) => {
    members.set(row, at * players);
  });
  return { members, count: list.length, core };
}

function onlyPlayer(players: number, player: number): Uint8Array {
  return Uint8Array.from({ length: players }, (_, at) => Number(at === player));
}

function allBut(players: number, player: number): Uint8Array {
  return Uint8Array.from({ length: players }, (_, at) => Number(at !== player));
}

/** Figures of the first coalitions over more draws than the others have: `figures[output * core + coalition]`. */
export interface MoreDraws {
  /** Over all draws. */
  readonly all: Float64Array;
  /** Over the draws that all coalitions have. */
  readonly few: Float64Array;
}

/**
 * Divides a difference once the figures of its coalitions are known: `figures[output * count + coalition]`. The first output is the figure
 * itself, the others the same with one replicate of the draws left out, from which the sampling errors come (the
 * jackknife by groups; Shao and Tu, 1995).
 *
 * Where the first coalitions have more draws, what each player does first and last over all of them corrects its part (a control
 * variate); what is left over goes in equal shares, so that the parts sum to the whole over all draws.
 */
export function divide(
  division: Division,
  { members, count, core }: Coalitions,
  figures: Float64Array,
  control: RunControl,
  more: MoreDraws | null = null,
): Outcome<DividedDifference, 'cancelled'> {
  const players = division.players.length;
  const outputs = figures.length / count;
  // Nobody and everybody are the same where nobody plays.
  const everybody = Math.min(1, count - 1);
  const placeOf = new Map<string, number>();
  for (let row = 0; row < count; row++) {
    placeOf.set(members.subarray(row * players, (row + 1) * players).join(''), row);
  }
  const place = (row: Uint8Array) => placeOf.get(row.join('')) ?? Number.NaN;
  const found = play(division, outputs, control, (asked, rows) => {
    const result = new Float64Array(outputs * rows);
    for (let row = 0; row < rows; row++) {
      const place = placeOf.get(asked.subarray(row * players, (row + 1) * players).join('')) ?? Number.NaN;
      for (let output = 0; output < outputs; output++) {
        result[output * rows + row] = figures[output * count + place];
      }
    }
    return result;
  });
  if (!found.ok) return fail('cancelled');
  const [whole, ...leftOut] = found.value;
  const ends = more === null ? { figures, rows: count } : { figures: more.all, rows: core };
  const figure = (row: number, output = 0) => ends.figures[output * ends.rows + row];
  const [from, to] = [figure(0), figure(everybody)];
  const singles = division.players.map((_, player) => ({
    alone: place(onlyPlayer(players, player)),
    allBut: place(allBut(players, player)),
  }));
  const corrections = found.value.map((_, output) =>
    more === null
      ? new Float64Array(players)
      : correctionOf(
          singles,
          everybody,
          (row) => more.all[output * core + row],
          (row) => more.few[output * core + row],
        ),
  );
  const effects = closeSum(
    whole.parts.map((part, player) => part + corrections[0][player]),
    to - from,
  );
  const parts = division.players.map((_, player): PlayerPart => {
    const without = Float64Array.from(leftOut, (one, at) => one.parts[player] + corrections[at + 1][player]);
    return {
      effect: effects[player],
      standardError: Math.hypot(jackknifeError(without), whole.standardErrors[player]),
      alone: figure(singles[player].alone) - from,
      last: to - figure(singles[player].allBut),
      leftOut: without,
    };
  });
  const column = (row: number) => Float64Array.from(leftOut, (_, at) => figure(row, at + 1));
  const [fromLeft, toLeft] = [column(0), column(everybody)];
  return ok({
    from,
    to,
    fromError: jackknifeError(fromLeft),
    toError: jackknifeError(toLeft),
    differenceError: jackknifeError(toLeft.map((value, at) => value - fromLeft[at])),
    parts,
    interaction: parts.reduce((rest, { alone }) => rest - alone, to - from),
  });
}

/** How much further the mean of what a player does first and last goes over all draws than over the few. */
function correctionOf(
  singles: readonly { readonly alone: number; readonly allBut: number }[],
  everybody: number,
  all: (row: number) => number,
  few: (row: number) => number,
): Float64Array {
  const estimate = (figure: (row: number) => number) => {
    const [none, whole] = [figure(0), figure(everybody)];
    const own = Float64Array.from(
      singles,
      ({ alone, allBut }) => (figure(alone) - none + whole - figure(allBut)) / 2,
    );
    const rest = (whole - none - own.reduce((sum, part) => sum + part, 0)) / singles.length;
    return own.map((part) => part + rest);
  };
  const [further, nearer] = [estimate(all), estimate(few)];
  return further.map((part, player) => part - nearer[player]);
}

/**
 * Returns the sampling error of a figure from its values with each replicate left out, widened for so few replicates; 0 where
 * there are none, on the central path.
 */
export function jackknifeError(leftOut: Float64Array): number {
  const groups = leftOut.length;
  if (groups < 2) return 0;
  const mean = leftOut.reduce((sum, value) => sum + value, 0) / groups;
  const square = leftOut.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return studentFactor(groups - 1) * Math.sqrt(((groups - 1) / groups) * square);
}

function play(division: Division, outputs: number, control: RunControl, evaluate: EvaluateCoalitions) {
  const { players, seed, pairs } = division;
  return shapley({ players, seed, pairs, outputs, evaluate }, control);
}
