import type { Distribution } from '../plan/distribution.ts';
import type { Sampling, Slot } from '../plan/input.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * Two scenarios and everything between them. A player is a difference; it takes part when it is taken from the other
 * scenario. Players that change the shape of the plan come first and lead to a plan of their own for each of
 * their combinations; the others only put other numbers into slots, so that many coalitions run as lanes of one kernel.
 */
export interface CoalitionModel {
  /** Names of the players, structural ones first. */
  readonly players: readonly string[];
  readonly structural: number;
  /** The plan of a combination of structural players: bit `p` is set where player `p` takes part. */
  readonly variant: (combination: number) => PlanVariant;
  /** Draws are made the same way for all coalitions: those of the first scenario. */
  readonly seed: number;
  readonly sampling: Sampling;
}

/** The plan of one combination of structural players. */
export interface PlanVariant {
  readonly plan: Plan;
  readonly swaps: readonly Swap[];
  /** The figure wanted, in this plan; null where the plan has no such measure, which counts as 0. */
  readonly measure: string | null;
  /** Month of this plan at which it is read; NaN where the date lies outside of its horizon. */
  readonly month: number;
}

/** A number that differs between the two scenarios. */
export interface Swap {
  readonly slot: Slot;
  /** Index of the player that brings the other law. */
  readonly player: number;
  readonly base: Distribution;
  readonly other: Distribution;
}

/** Coalitions in rows: `members[coalition * players + player]` is 1 where the player takes part. */
export interface Coalitions {
  readonly members: Uint8Array;
  readonly count: number;
  /** How many come first: nobody, everybody, each player alone, all but each player. */
  readonly core: number;
}

/** Groups coalitions by the combination of their structural players, so that each plan is set up once. */
export function coalitionsByVariant(
  model: CoalitionModel,
  { members, count }: Coalitions,
): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (let coalition = 0; coalition < count; coalition++) {
    let variant = 0;
    for (let player = 0; player < model.structural; player++) {
      if (members[coalition * model.players.length + player] === 1) variant |= 1 << player;
    }
    const group = groups.get(variant);
    if (group === undefined) groups.set(variant, [coalition]);
    else group.push(coalition);
  }
  return groups;
}
