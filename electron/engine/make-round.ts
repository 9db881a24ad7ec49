import { invariant } from '#shared/base/assert.ts';
import { type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { MeasureBands, SimulationResult } from '#shared/contract/results.ts';
import type { SharedRegion } from './draw-memory.ts';
import type { ModelJobs } from './model-jobs.ts';
import { type Pass, planPasses } from './passes.ts';
import type { DrawableSimulation } from './prepared-simulation.ts';
import type { Stretch } from './rounds.ts';
import type { Runner } from './runner.ts';
import { type SharedSamples, samplesIn } from './shared-samples.ts';
import { makeSieved } from './sieved-round.ts';
import type { Stop } from './stop.ts';
import { drawStretch, summariseDraws } from './stretches.ts';
import { bandsSoFar, countBroken } from './tally.ts';

/** A run under way in the memory it was given. */
export interface Run {
  readonly runner: Runner<ModelJobs>;
  readonly stop: Stop;
  readonly prepared: DrawableSimulation;
  readonly region: SharedRegion;
  readonly rounds: readonly Stretch[];
  /** Draws of all measures that the region holds at once. */
  readonly held: number;
}

/** What a round has made: figures of all measures, and the draws that are in memory at its end, of `measures` alone. */
export interface Round {
  readonly bands: readonly MeasureBands[];
  readonly checks: SimulationResult['checks'];
  readonly shared: SharedSamples;
  readonly measures: readonly string[];
}

/**
 * Makes the draws of a round that are not yet made and sums up all there are. A round of which memory cannot hold all draws is made
 * from the first draw on, as many measures at a time as there is room for.
 */
export async function makeRound(run: Run, round: Stretch): Promise<Outcome<Round, Fault>> {
  const { prepared, region, rounds, held } = run;
  if (round.to <= held) {
    const shared = samplesIn(region, { ...prepared, draws: held });
    return fillAndSum(run, shared, prepared.measures, round);
  }
  const whole = { ...prepared, draws: round.to };
  const pilots = rounds.map(({ to }) => to).filter((to) => to <= held);
  return makeInPasses(run, round, planPasses(whole, region.bytes, pilots));
}

async function makeInPasses(
  run: Run,
  round: Stretch,
  passes: readonly Pass[],
): Promise<Outcome<Round, Fault>> {
  const bands: MeasureBands[] = [];
  let last: Round | null = null;
  for (const pass of passes) {
    const made = await makePass(run, round, pass);
    if (!made.ok) return made;
    last = made.value;
    bands.push(...last.bands);
  }
  invariant(last !== null, 'a run is only begun where at least one measure fits');
  return ok({ ...last, bands });
}

async function makePass(run: Run, round: Stretch, { prepared, sieve }: Pass): Promise<Outcome<Round, Fault>> {
  const { region, held } = run;
  const { measures } = prepared;
  if (sieve === null)
    return fillAndSum(run, samplesIn(region, prepared), measures, { from: 0, to: round.to });
  const { pilotDraws } = sieve;
  // The rounds before have left the first draws in their places, as long as no other round has come between.
  const hasPilot =
    round.from === pilotDraws && held === pilotDraws && measures.length === run.prepared.measures.length;
  const sieved = await makeSieved({ ...run, prepared, plan: sieve, hasPilot });
  if (!sieved.ok) return sieved;
  const { pilot, checks, untold } = sieved.value;
  const bands = bandsSoFar(pilot, measures);
  const broken = countBroken(checks, prepared.checks, round.to);
  if (untold.length === 0) return ok({ bands, checks: broken, shared: checks, measures: [] });
  const again = await makeInPasses(run, round, planPasses({ ...prepared, measures: untold }, region.bytes));
  if (!again.ok) return again;
  const told = new Map(again.value.bands.map((one) => [one.id, one]));
  return ok({ ...again.value, bands: bands.map((one) => told.get(one.id) ?? one) });
}

async function fillAndSum(
  { runner, stop, prepared }: Run,
  shared: SharedSamples,
  measures: readonly string[],
  stretch: Stretch,
): Promise<Outcome<Round, Fault>> {
  const drawn = await drawStretch({ runner, plan: prepared.plan, measures, shared, stop }, stretch);
  if (!drawn.ok) return drawn;
  const summed = await summariseDraws({ runner, shared, stop }, stretch.to);
  if (!summed.ok) return summed;
  const checks = countBroken(shared, prepared.checks, stretch.to);
  return ok({ bands: bandsSoFar(shared, measures), checks, shared, measures });
}
