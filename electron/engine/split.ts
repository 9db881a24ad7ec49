import { invariant } from '#shared/base/assert.ts';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { MeasureBands, SimulationResult } from '#shared/contract/results.ts';
import { isSettled, worstRelativeError } from '#shared/engine/summary/settled.ts';
import type { DrawMemory, Lease, SharedRegion } from './draw-memory.ts';
import type { DrawnRun } from './kept-draws.ts';
import type { KeyedSource } from './keyed-source.ts';
import { claimMemory } from './lend-memory.ts';
import type { ModelJobs } from './model-jobs.ts';
import { heldAtOnce, mostPasses, planPasses } from './passes.ts';
import type { DrawableSimulation, PreparedSimulation } from './prepared-simulation.ts';
import { planRounds, type Stretch } from './rounds.ts';
import type { Runner } from './runner.ts';
import { noRoom, type SharedSamples, sampleBytes, samplesIn } from './shared-samples.ts';
import type { Stop } from './stop.ts';
import { drawStretch, summariseDraws } from './stretches.ts';
import { bandsSoFar, countBroken, figuresOnScreen } from './tally.ts';

/** A simulation asked for. */
export interface SimulationRequest {
  readonly scenario: KeyedSource;
  readonly measures: readonly string[];
  /** Where other than the scenario says. */
  readonly draws?: number | undefined;
}

/** How whoever asked can stop it and hear of it. */
export interface SimulationControl {
  readonly stop: Stop;
  /** Bands so far, after every round but the last; the next round waits for what is returned. */
  readonly onRound: (result: SimulationResult) => void | Promise<void>;
  /** Milliseconds on any clock that only goes forward. */
  readonly now: () => number;
  /** Given the draws in memory when all are made that will be, with a claim that is the taker's to give up. */
  readonly keep?: (run: DrawnRun) => void;
}

/** A run under way in the memory it was given. */
interface Run {
  readonly runner: Runner<ModelJobs>;
  readonly stop: Stop;
  readonly prepared: DrawableSimulation;
  readonly region: SharedRegion;
  /** Draws of all measures that the region holds at once. */
  readonly held: number;
}

/** What a round has made: figures of all measures, and the draws that are in memory at its end. */
interface Round {
  readonly bands: readonly MeasureBands[];
  readonly checks: SimulationResult['checks'];
  readonly shared: SharedSamples;
  readonly measures: readonly string[];
}

/**
 * Runs one simulation as many jobs: chunks of draws that each fill their places of a shared store, then chunks of
 * measures to sum up, round after round. Places depend on the number of a draw alone, so the number of threads cannot
 * change a bit. A round of which memory cannot hold all measures at once is drawn group of measures by group of measures, with
 * the same bits again: what is asked for costs time then, not memory.
 */
export async function simulateInRounds(
  runner: Runner<ModelJobs>,
  request: SimulationRequest,
  control: SimulationControl,
): Promise<Outcome<SimulationResult, Fault>> {
  const started = control.now();
  const { scenario, measures } = request;
  const { stop } = control;
  const asked = await runner.run('prepare', { scenario, measures }, { stop, urgency: 'now' });
  if (!asked.ok) return asked;
  // Whoever names a number of draws wants that many, settled or not.
  const prepared =
    request.draws === undefined ? asked.value : { ...asked.value, draws: request.draws, settleAt: 0 };
  const lease = await takeFor(runner.memory, prepared, stop);
  if (!lease.ok) return lease;
  try {
    const rounds = planRounds(prepared.draws);
    const { region } = lease.value;
    const held = heldAtOnce(prepared, rounds, region.bytes);
    const run: Run = { runner, stop, prepared, region, held };
    for (const round of rounds) {
      const made = await makeRound(run, round);
      if (!made.ok) return made;
      const { bands, checks, ...inMemory } = made.value;
      const figures = figuresOnScreen(bands);
      const result: SimulationResult = {
        done: round.to,
        wanted: prepared.draws,
        isSettled: isSettled(figures, round.to, prepared.settleAt) && round.to < prepared.draws,
        worstError: worstRelativeError(figures),
        bands,
        checks,
        took: control.now() - started,
      };
      if (result.isSettled || round.to === prepared.draws) {
        const { hash, source } = scenario;
        control.keep?.({ id: source.id, hash, ...inMemory, done: round.to, lease: lease.value.share() });
        return ok(result);
      }
      await control.onRound(result);
    }
    return fail({ kind: 'refused', message: 'A simulation needs at least one draw.' });
  } finally {
    lease.value.release();
  }
}

/** Takes memory for a run, or for a part of its measures at a time; refuses one that would take too many passes. */
function takeFor(
  memory: DrawMemory,
  prepared: PreparedSimulation,
  stop: Stop,
): Promise<Outcome<Lease, Fault>> {
  const { measures } = prepared;
  const atOnce = Math.ceil(measures.length / mostPasses);
  const least = sampleBytes({ ...prepared, measures: measures.slice(0, atOnce) });
  const atATime = atOnce < measures.length ? ` (${atOnce} of them at a time)` : '';
  const refusal = (): Fault => noRoom(memory, [prepared], least, atATime);
  return claimMemory(memory, { bytes: sampleBytes(prepared), least, stop, refusal });
}

/** Makes the draws of a round that are not yet made and sums up all there are. */
async function makeRound(run: Run, round: Stretch): Promise<Outcome<Round, Fault>> {
  const { prepared, region, held } = run;
  if (round.to <= held) {
    const shared = samplesIn(region, { ...prepared, draws: held });
    return fillAndSum(run, shared, prepared.measures, round);
  }
  const bands: MeasureBands[] = [];
  let last: Outcome<Round, Fault> | null = null;
  for (const pass of planPasses({ ...prepared, draws: round.to }, region.bytes)) {
    last = await fillAndSum(run, samplesIn(region, pass), pass.measures, { from: 0, to: round.to });
    if (!last.ok) return last;
    bands.push(...last.value.bands);
  }
  invariant(last?.ok === true, 'a run is only begun where at least one measure fits');
  return ok({ ...last.value, bands });
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
