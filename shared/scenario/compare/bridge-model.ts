import type { Outcome } from '#shared/base/outcome.ts';
import { fail, ok } from '#shared/base/outcome.ts';
import type { CoalitionModel, PlanVariant, Swap } from '#shared/engine/compare/coalition-model.ts';
import { slotsRead } from '#shared/engine/compare/slots-read.ts';
import { measureEntries } from '#shared/engine/measure/catalogue.ts';
import type { Plan, YearMonth } from '#shared/engine/plan/plan.ts';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { planOf } from './coalition-plan.ts';
import type { CoalitionPlans, Ends } from './coalition-plans.ts';
import { coalitionPlans } from './coalition-plans.ts';
import type { InputDifference } from './difference.ts';
import { effectiveRoles } from './effective-roles.ts';
import type { Grouping, Player } from './players.ts';
import { areFewEnough, joinStructural, playersOf } from './players.ts';
import type { ReadSide } from './read-side.ts';
import { swappedKeys } from './swapped-keys.ts';

/** What is to be explained: a measure at the end of a month. */
export interface BridgeFigure {
  readonly measure: string;
  readonly at: YearMonth;
}

/** A bridge that cannot be built: what is asked for does not exist. */
export interface BridgeFault {
  readonly code: 'unknown-measure' | 'outside-horizon' | 'unreadable';
  readonly message: string;
}

/** Two scenarios made ready for being explained: who plays, and with which plans. */
export interface BridgeModel {
  readonly info: MeasureInfo;
  /** Players that can move the figure, in the order of the model. */
  readonly players: readonly Player[];
  /** Differences that cannot move it. */
  readonly idle: readonly InputDifference[];
  readonly model: CoalitionModel;
}

/** Makes two scenarios ready. `draws` is how many will be made, 0 for the central path. */
export function bridgeModel(
  base: ReadSide,
  other: ReadSide,
  differences: readonly InputDifference[],
  figure: BridgeFigure,
  grouping: Grouping,
  draws: number,
): Outcome<BridgeModel, BridgeFault> {
  const ends: Ends = { base, other, plans: [planOf(base.scenario), planOf(other.scenario)] };
  const info = infoOf(ends.plans, figure.measure);
  if (info === null) return fail(noMeasure(figure.measure));
  if (ends.plans.every((plan) => Number.isNaN(monthIn(plan, figure.at)))) return fail(outside(figure.at));
  const roles = effectiveRoles(differences, base, other, ends.plans, figure.measure, draws > 0);
  const wanted = playersOf(roles, grouping);
  const carried = roles.filter(({ role }) => role === 'carried');
  let players: readonly Player[] | null = wanted;
  for (; players !== null; players = joinStructural(players)) {
    const structural = players.filter(({ isStructural }) => isStructural);
    const plans = areFewEnough(structural) ? coalitionPlans(ends, structural, carried) : null;
    if (plans !== null) return ok(assemble(ends, info, roles, players, plans, figure, draws));
  }
  return fail({
    code: 'unreadable',
    message: 'The two scenarios cannot be taken apart. Please report this pair of files.',
  });
}

function assemble(
  { base, other, plans: ends }: Ends,
  info: MeasureInfo,
  roles: readonly InputDifference[],
  players: readonly Player[],
  plans: CoalitionPlans,
  { measure, at }: BridgeFigure,
  draws: number,
): BridgeModel {
  const structural = players.filter(({ isStructural }) => isStructural);
  const numbers = players.filter(({ isStructural }) => !isStructural);
  const keysOf = new Map(
    numbers.map((player) => [
      player,
      new Set(player.differences.flatMap((one) => swappedKeys(one, [base, other], ends))),
    ]),
  );
  const reading = plans.widest
    .filter((plan) => numbers.length > 0 && measureEntries(plan).has(measure))
    .map((plan) => ({ plan, read: slotsRead(plan, measure) }));
  const moving = numbers.filter((player) =>
    reading.some(({ plan, read }) => reaches(plan, keysOf.get(player) ?? none, read)),
  );
  const playing = [...structural, ...moving];
  const laws = ends.map((plan) => new Map(plan.inputs.map(({ key, distribution }) => [key, distribution])));
  const variant = (combination: number): PlanVariant => {
    const plan = plans.of(combination);
    const swaps = plan.inputs.flatMap(({ key, distribution }, slot): readonly Swap[] => {
      const player = moving.findIndex((one) => keysOf.get(one)?.has(key));
      if (player < 0) return [];
      const [from = distribution, to = distribution] = laws.map((byKey) => byKey.get(key));
      return [{ slot, player: structural.length + player, base: from, other: to }];
    });
    const hasMeasure = measureEntries(plan).has(measure);
    return { plan, swaps, measure: hasMeasure ? measure : null, month: monthIn(plan, at) };
  };
  const [{ seed, sampling }] = ends;
  const active = new Set(playing.flatMap((player) => player.differences.map(({ id }) => id)));
  return {
    info,
    players: playing,
    idle: roles.filter(({ id }) => !active.has(id)),
    model: {
      players: playing.map(({ id }) => id),
      structural: structural.length,
      variant,
      seed,
      sampling: { ...sampling, draws },
    },
  };
}

const none: ReadonlySet<string> = new Set();

/** A number counts where the measure reads it, or where it is tied by a correlation to one that the measure reads. */
function reaches(plan: Plan, keys: ReadonlySet<string>, read: ReadonlySet<number>): boolean {
  const tied = plan.correlations.flatMap(({ a, b }) => [a, b]);
  const isTiedToRead = tied.some((slot) => read.has(slot));
  return plan.inputs.some(
    ({ key }, slot) => keys.has(key) && (read.has(slot) || (isTiedToRead && tied.includes(slot))),
  );
}

/** Number of a calendar month in a plan; NaN outside of its horizon. */
export function monthIn({ start, months }: Pick<Plan, 'start' | 'months'>, at: YearMonth): number {
  const month = (at.year - start.year) * 12 + (at.month - start.month);
  return month >= 0 && month < months ? month : Number.NaN;
}

function infoOf(plans: readonly Plan[], measure: string): MeasureInfo | null {
  for (const plan of plans) {
    const entry = measureEntries(plan).get(measure);
    if (entry !== undefined) return entry.info;
  }
  return null;
}

function noMeasure(measure: string): BridgeFault {
  return {
    code: 'unknown-measure',
    message: `Neither scenario has a measure “${measure}”. Measures are listed in the reference.`,
  };
}

function outside({ year, month }: YearMonth): BridgeFault {
  const at = `${year}-${String(month).padStart(2, '0')}`;
  return { code: 'outside-horizon', message: `${at} lies outside of the horizon of both scenarios.` };
}
