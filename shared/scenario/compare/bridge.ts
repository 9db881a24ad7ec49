import type { Outcome } from '#shared/base/outcome.ts';
import { fail, ok } from '#shared/base/outcome.ts';
import { closeSum } from '#shared/engine/analysis/close-sum.ts';
import { MOST_EXACT_PLAYERS } from '#shared/engine/analysis/shapley.ts';
import type { Division, MoreDraws } from '#shared/engine/compare/attribution.ts';
import { coalitionsOf, divide } from '#shared/engine/compare/attribution.ts';
import { centralCoalitions } from '#shared/engine/compare/central-coalitions.ts';
import type { Coalitions } from '#shared/engine/compare/coalition-model.ts';
import type { CoalitionFigures } from '#shared/engine/compare/drawn-coalitions.ts';
import type { Statistic } from '#shared/engine/compare/statistic.ts';
import { statisticOfDraws } from '#shared/engine/compare/statistic.ts';
import type { RunControl } from '#shared/engine/control.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import type { SamplingFault } from '#shared/engine/random/sampling-fault.ts';
import type { BridgeModel } from './bridge-model.ts';
import type { Theme } from './difference.ts';

/** What is divided: the central path, or a statistic of the draws. */
export type BridgeStatistic = 'central' | 'mean' | 'p5' | 'p50' | 'p95';

/** What one changed input, or several that go together, contribute to the difference. */
export interface BridgePart {
  /** Name of the player: the path of the input. */
  readonly input: string;
  readonly label: string;
  /** Ids of the differences it stands for. */
  readonly differences: readonly string[];
  readonly deal: string | null;
  readonly theme: Theme;
  readonly isDecision: boolean;
  readonly effect: number;
  readonly standardError: number;
  /** What it does alone, and what it does when everything else has changed already. */
  readonly alone: number;
  readonly last: number;
  /** The effect with each replicate of the draws left out; empty on the central path. */
  readonly leftOut: Float64Array;
}

/** The way from one scenario to another, divided among the changed inputs. */
export interface Bridge {
  readonly measure: MeasureInfo;
  readonly at: YearMonth;
  readonly statistic: BridgeStatistic;
  /** 0 on the central path. */
  readonly draws: number;
  /** Draws on which all combinations were computed; on the others, each input first and last. */
  readonly fullDraws: number;
  /** Share of draws in which both scenarios have an answer. */
  readonly answered: number;
  readonly from: number;
  readonly to: number;
  readonly fromError: number;
  readonly toError: number;
  readonly differenceError: number;
  /** True where all orders of change were weighed, false where some were sampled. */
  readonly isExact: boolean;
  readonly coalitions: number;
  /** In the order of size; the effects sum to `to` - `from`. */
  readonly parts: readonly BridgePart[];
  /** What the parts do together beyond what each does alone. */
  readonly interaction: number;
  /** Ids of differences that cannot move the measure. */
  readonly idle: readonly string[];
}

/** Pairs of orders sampled where there are too many players to weigh all; fewer where every step has a plan of its own. */
const pairsOfNumbers = 128;
const pairsOfPlans = 32;

/** Says among whom a bridge divides, and how. */
export function divisionOf({ model }: BridgeModel): Division {
  const isMostlyPlans = model.structural > MOST_EXACT_PLAYERS / 2;
  const pairs = isMostlyPlans ? pairsOfPlans : pairsOfNumbers;
  return { players: model.players, seed: model.seed, pairs };
}

/** Lists the coalitions a bridge needs; a pair without a moving difference needs none but the first. */
export function bridgeCoalitions(made: BridgeModel): Coalitions {
  return made.players.length === 0
    ? { members: new Uint8Array(0), count: 1, core: 1 }
    : coalitionsOf(divisionOf(made));
}

/** Divides the difference of two scenarios on their central paths. */
export function centralBridge(
  made: BridgeModel,
  at: YearMonth,
  control: RunControl,
): Outcome<Bridge, SamplingFault | 'cancelled'> {
  const coalitions = bridgeCoalitions(made);
  const figures = centralCoalitions(made.model, coalitions, control);
  if (!figures.ok) return figures;
  return finish(made, at, 'central', coalitions, { figures: figures.value, answered: 1 }, control);
}

/** Divides a statistic of draws that have been made for all coalitions. */
export function drawnBridge(
  made: BridgeModel,
  at: YearMonth,
  statistic: Exclude<BridgeStatistic, 'central'>,
  drawn: CoalitionFigures,
  control: RunControl,
): Outcome<Bridge, 'cancelled'> {
  const coalitions = bridgeCoalitions(made);
  const { draws, fullDraws } = drawn;
  const take = (count: number, used: number) => statisticOfDraws(drawn, count, statistics[statistic], used);
  if (fullDraws >= draws)
    return finish(made, at, statistic, coalitions, take(coalitions.count, draws), control);
  const all = take(coalitions.core, draws);
  const more = { all: all.figures, few: take(coalitions.core, fullDraws).figures };
  const few = { ...take(coalitions.count, fullDraws), answered: all.answered, fullDraws };
  return finish(made, at, statistic, coalitions, few, control, more);
}

const statistics: Readonly<Record<Exclude<BridgeStatistic, 'central'>, Statistic>> = {
  mean: { kind: 'mean' },
  p5: { kind: 'percentile', at: 0.05 },
  p50: { kind: 'percentile', at: 0.5 },
  p95: { kind: 'percentile', at: 0.95 },
};

function finish(
  made: BridgeModel,
  at: YearMonth,
  statistic: BridgeStatistic,
  coalitions: Coalitions,
  taken: { readonly figures: Float64Array; readonly answered: number; readonly fullDraws?: number },
  control: RunControl,
  more: MoreDraws | null = null,
): Outcome<Bridge, 'cancelled'> {
  const { figures, answered } = taken;
  const divided = divide(divisionOf(made), coalitions, figures, control, more);
  if (!divided.ok) return fail(divided.error);
  const { parts, ...difference } = divided.value;
  const named = parts.flatMap((part, player): readonly BridgePart[] => {
    const one = made.players[player];
    const [first] = one?.differences ?? [];
    if (one === undefined || first === undefined) return [];
    const { deal, theme } = first;
    const isDecision = one.differences.some((difference) => difference.isDecision);
    const differences = one.differences.map(({ id }) => id);
    return [{ input: one.id, label: one.label, differences, deal, theme, isDecision, ...part }];
  });
  return ok({
    measure: made.info,
    at,
    statistic,
    draws: statistic === 'central' ? 0 : made.model.sampling.draws,
    fullDraws: taken.fullDraws ?? made.model.sampling.draws,
    answered,
    ...difference,
    isExact: made.players.length <= MOST_EXACT_PLAYERS,
    coalitions: coalitions.count,
    parts: inOrder(named, difference.to - difference.from),
    idle: made.idle.map(({ id }) => id),
  });
}

/** Largest first; the sum is closed again, since rounding depends on the order of adding. */
function inOrder(parts: readonly BridgePart[], whole: number): readonly BridgePart[] {
  const sorted = [...parts].sort((one, two) => Math.abs(two.effect) - Math.abs(one.effect));
  const effects = closeSum(
    Float64Array.from(sorted, ({ effect }) => effect),
    whole,
  );
  return sorted.map((part, at) => ({ ...part, effect: effects[at] ?? part.effect }));
}
