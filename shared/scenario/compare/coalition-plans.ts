import type { Plan } from '#shared/engine/plan/plan.ts';
import { coalitionPlan } from './coalition-plan.ts';
import type { InputDifference } from './difference.ts';
import type { Player } from './players.ts';
import { isWholeDeal } from './players.ts';
import type { ReadSide } from './read-side.ts';

/** Two scenarios with their plans. */
export interface Ends {
  readonly base: ReadSide;
  readonly other: ReadSide;
  readonly plans: readonly [Plan, Plan];
}

/** The plans of all combinations of structural players. */
export interface CoalitionPlans {
  /** Bit `p` of the combination is set where player `p` takes part. */
  readonly of: (combination: number) => Plan;
  /** Plans that between them read every slot that any of the plans reads. */
  readonly widest: readonly Plan[];
}

/**
 * Makes the plans of all combinations; null where one of them makes no sense without another. A deal that one side alone has is part
 * of a plan or not, so that plans with all deals are decoded once for each combination of the other players.
 */
export function coalitionPlans(
  { base, other, plans: [from, to] }: Ends,
  structural: readonly Player[],
  carried: readonly InputDifference[],
): CoalitionPlans | null {
  const all = 2 ** structural.length - 1;
  const inTree = structural.filter((player) => !isWholeDeal(player));
  const deals = structural.filter(isWholeDeal).flatMap(({ differences }) => differences);
  const added = deals.filter(({ kind }) => kind === 'only-in-other');
  const mixed: Plan[] = [];
  // Two ends need no plan between them.
  const combinations = structural.length < 2 ? 0 : 2 ** inTree.length;
  for (let combination = 0; combination < combinations; combination++) {
    const taken = inTree.filter((_, at) => (combination >> at) & 1).flatMap((one) => one.differences);
    const plan = coalitionPlan(base, other, [...taken, ...added], carried);
    if (plan === null) return null;
    mixed.push(plan);
  }
  const between = (combination: number): Plan => {
    const takesPart = (player: Player): boolean => ((combination >> structural.indexOf(player)) & 1) === 1;
    const index = inTree.reduce((sum, player, at) => sum + (takesPart(player) ? 2 ** at : 0), 0);
    const plan = mixed[index] ?? from;
    const missing = new Set(
      structural
        .filter(isWholeDeal)
        .flatMap((player) =>
          player.differences
            .filter(({ kind }) => (kind === 'only-in-other') !== takesPart(player))
            .map(({ id }) => id.slice('deals.'.length)),
        ),
    );
    return { ...plan, deals: plan.deals.filter(({ key }) => !missing.has(key)) };
  };
  return {
    of: (combination) => (combination === 0 ? from : combination === all ? to : between(combination)),
    widest: [from, to, ...mixed],
  };
}
