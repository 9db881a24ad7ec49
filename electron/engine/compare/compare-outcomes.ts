import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { isSettled } from '#shared/engine/summary/settled.ts';
import type { BridgeFigure } from '#shared/scenario/compare/bridge-model.ts';
import { monthAfter } from '#shared/view/calendar.ts';
import { lastCommonMonth } from '#shared/view/compare/last-common-month.ts';
import type { ComparisonOutcomes } from '#shared/view/compare/outcomes.ts';
import type { KeyedSource } from '../keyed-source.ts';
import type { ModelJobs } from '../model-jobs.ts';
import { planChunks, planRounds, planShares, planSummaries, type Stretch } from '../rounds.ts';
import type { Runner } from '../runner.ts';
import { lendSamples, sampleBytes } from '../shared-samples.ts';
import type { Stop } from '../stop.ts';
import { runPieces } from '../stretches.ts';
import { bandsSoFar, figuresOnScreen } from '../tally.ts';
import type { DrawnScenario, PreparedPair } from './compare-jobs.ts';

/** Scenarios to be run side by side. */
export interface OutcomesRequest {
  readonly scenarios: readonly KeyedSource[];
  readonly base: number;
  readonly measures: readonly string[];
  /** Months of the rows; null for the ends of years and the last month that all have. */
  readonly at: readonly YearMonth[] | null;
  readonly focus: { readonly measure: string; readonly at: YearMonth | null } | null;
  readonly draws?: number | undefined;
}

/** How whoever asked can stop it and hear of it. */
export interface OutcomesControl {
  readonly stop: Stop;
  /** Figures so far, after every round but the last. */
  readonly onRound: (outcomes: ComparisonOutcomes) => void;
  /** Milliseconds on any clock that only goes forward. */
  readonly now: () => number;
}

interface Run {
  readonly runner: Runner<ModelJobs>;
  readonly request: OutcomesRequest;
  readonly prepared: readonly PreparedPair[];
  readonly drawn: readonly DrawnScenario[];
  readonly rows: readonly BridgeFigure[];
  readonly focus: BridgeFigure | null;
  readonly stop: Stop;
}

/**
 * Runs scenarios side by side on the same luck, round after round. Every draw of a scenario is the one it would make by itself with
 * the seed of the base, so that the number of threads and of scenarios cannot change a bit.
 */
export async function compareOutcomes(
  runner: Runner<ModelJobs>,
  request: OutcomesRequest,
  { stop, onRound, now }: OutcomesControl,
): Promise<Outcome<ComparisonOutcomes, Fault>> {
  const started = now();
  const { measures } = request;
  const inputs = request.scenarios.map((scenario) => ({ scenario, measures }));
  const asked = await runPieces(runner, 'preparePair', inputs, stop);
  if (!asked.ok) return asked;
  const base = asked.value[request.base];
  if (base === undefined) return fail({ kind: 'refused', message: 'A comparison needs a base.' });
  const { memory } = runner;
  const draws = request.draws ?? base.draws;
  const prepared = withDraws(asked.value, draws, memory.ceilingBytes);
  const settleAt = request.draws === undefined ? base.settleAt : 0;
  return lendSamples(memory, prepared, stop, (samples) => {
    const drawn = prepared.flatMap(({ start, infos, central }, at) => {
      const shared = samples[at];
      return shared === undefined ? [] : [{ shared, start, infos, central }];
    });
    const ready: Ready = { prepared, drawn, base, asked: draws, settleAt };
    return runRounds(runner, request, ready, { stop, onRound, now }, started);
  });
}

interface Ready {
  readonly prepared: readonly PreparedPair[];
  readonly drawn: readonly DrawnScenario[];
  readonly base: PreparedPair;
  readonly asked: number;
  readonly settleAt: number;
}

async function runRounds(
  runner: Runner<ModelJobs>,
  request: OutcomesRequest,
  { prepared, drawn, base, asked, settleAt }: Ready,
  { stop, onRound, now }: OutcomesControl,
  started: number,
): Promise<Outcome<ComparisonOutcomes, Fault>> {
  const { measures } = request;
  const last = lastCommonMonth(prepared);
  const months = request.at ?? yearEnds(base, last);
  const rows = months.flatMap((at) => measures.map((measure) => ({ measure, at })));
  const focus = request.focus && { measure: request.focus.measure, at: request.focus.at ?? last };
  const run: Run = { runner, request, prepared, drawn, rows, focus, stop };
  const draws = prepared[0]?.draws ?? 0;
  for (const round of settleAt > 0 ? planRounds(draws) : shownRounds(draws)) {
    const computed = await computeRound(run, round, base);
    if (!computed.ok) return computed;
    const outcomes = { ...computed.value, wanted: draws, asked, took: now() - started };
    const figures = outcomes.scenarios.flatMap(({ bands }) => figuresOnScreen(bands));
    if (round.to === draws || isSettled(figures, round.to, settleAt)) return ok(outcomes);
    onRound(outcomes);
  }
  return fail({ kind: 'refused', message: 'A comparison needs at least one draw.' });
}

type Round = Pick<ComparisonOutcomes, 'base' | 'rows' | 'focus' | 'done'> & {
  readonly scenarios: readonly (ComparisonOutcomes['scenarios'][number] & {
    readonly bands: ReturnType<typeof bandsSoFar>;
  })[];
};

/** Draws of the last round, in those of one before it: what is shown for less time is replaced before it is read. */
const leastGrowth = { first: 3, later: 6 };

/** Rounds worth their sums, which with the rows are half of a comparison. */
function shownRounds(draws: number): readonly Stretch[] {
  const ends = planRounds(draws)
    .map(({ to }) => to)
    .filter(
      (to, round) => to === draws || to * (round === 0 ? leastGrowth.first : leastGrowth.later) <= draws,
    );
  return ends.map((to, at) => ({ from: ends[at - 1] ?? 0, to }));
}

async function computeRound(
  { runner, request, prepared, drawn, rows, focus, stop }: Run,
  round: Stretch,
  { luck }: PreparedPair,
): Promise<Outcome<Round, Fault>> {
  const each = request.scenarios.flatMap((scenario, at) => {
    const [one, shared] = [prepared[at], drawn[at]?.shared];
    return one && shared ? [{ scenario, measures: one.measures, luck, shared }] : [];
  });
  const threads = Math.max(1, Math.ceil(runner.threads / each.length));
  const chunks = each.flatMap((one) => planChunks(round, threads).map((chunk) => ({ ...one, ...chunk })));
  const made = await runPieces(runner, 'drawPair', chunks, stop);
  if (!made.ok) return made;
  const slices = each.flatMap(({ shared }) => {
    const { measures, months } = shared.layout;
    const done = round.to;
    return planSummaries(measures * months, done, threads).map((share) => ({ shared, done, ...share }));
  });
  const summed = await runPieces(runner, 'summarise', slices, stop);
  if (!summed.ok) return summed;
  const { base } = request;
  const shares = planShares({ from: 0, to: rows.length }, runner.threads).map(({ from, to }) => ({
    scenarios: drawn,
    base,
    done: round.to,
    rows: rows.slice(from, to),
    focus: from === 0 ? focus : null,
  }));
  const found = await runPieces(runner, 'outcomes', shares, stop);
  if (!found.ok) return found;
  return ok({
    base,
    done: round.to,
    rows: found.value.flatMap((share) => share.rows),
    focus: found.value.find((share) => share.focus !== null)?.focus ?? null,
    scenarios: prepared.flatMap((one, at) => {
      const [source, shared] = [request.scenarios[at]?.source, drawn[at]?.shared];
      if (!source || !shared) return [];
      const { title, start, months, hash, measures, marks } = one;
      const central = measures.map((id, place) => ({ id, values: one.central[place] ?? new Float64Array() }));
      const bands = bandsSoFar(shared, measures);
      return [{ id: source.id, title, start, months, hash, bands, central, marks }];
    }),
  });
}

/** All scenarios make the same number of draws, so many that they fit the memory together. */
function withDraws(prepared: readonly PreparedPair[], draws: number, bytes: number): readonly PreparedPair[] {
  const needed = (each: number): number =>
    prepared.reduce((sum, one) => sum + sampleBytes({ ...one, draws: each }), 0);
  const perDraw = needed(1) - needed(0);
  const affordable = Math.floor((bytes - needed(0)) / Math.max(1, perDraw)) - 2;
  return prepared.map((one) => ({ ...one, draws: Math.max(1, Math.min(draws, affordable)) }));
}

/** The ends of calendar years of one scenario up to a month, and that month. */
function yearEnds({ start, months }: PreparedPair, last: YearMonth): readonly YearMonth[] {
  const ends = Array.from({ length: months }, (_, month) => monthAfter(start, month)).filter(
    (month) => month.month === 12 && countOf(month) < countOf(last),
  );
  return [...ends, last];
}

function countOf({ year, month }: YearMonth): number {
  return year * 12 + month;
}
