/**
 * Values of coalitions: `members[coalition * players + player]` is 1 where the player takes part;
 * `result[output * count + coalition]`.
 */
export type EvaluateCoalitions = (members: Uint8Array, count: number) => Float64Array;

/** A difference to be divided fairly among players: the changed inputs of two scenarios, say. */
export interface Game {
  /** Names of the players, unique; the result does not depend on their order. */
  readonly players: readonly string[];
  readonly outputs: number;
  readonly evaluate: EvaluateCoalitions;
  /** For sampling: fixes the permutations tried. */
  readonly seed: number;
  /** Pairs of permutations tried where there are too many players for all coalitions. */
  readonly pairs: number;
}

/** What each player contributes to one output. The parts sum to `whole` - `none` exactly. */
export interface Attribution {
  readonly none: number;
  readonly whole: number;
  readonly parts: Float64Array;
  /** Sampling error of each part, one standard deviation; 0 where all coalitions were valued. */
  readonly standardErrors: Float64Array;
}

/** Coalitions valued at a time. */
export const COALITIONS_AT_ONCE = 512;
