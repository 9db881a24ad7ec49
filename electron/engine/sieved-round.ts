import { type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { clearPages } from '#shared/engine/sieve/sieve.ts';
import type { SharedRegion } from './draw-memory.ts';
import type { ModelJobs } from './model-jobs.ts';
import type { DrawableSimulation } from './prepared-simulation.ts';
import { planSummaries, type Stretch } from './rounds.ts';
import type { Runner } from './runner.ts';
import { type SharedSamples, samplesIn, storeOf } from './shared-samples.ts';
import { type SievedMemory, type SievePlan, sieveMemoryIn } from './sieve-plan.ts';
import type { Stop } from './stop.ts';
import { drawStretch, runPieces } from './stretches.ts';

/** A run whose draws are summed up as they come. */
export interface SievedRun {
  readonly runner: Runner<ModelJobs>;
  readonly stop: Stop;
  /** With the measures and the draws that are to go through. */
  readonly prepared: DrawableSimulation;
  readonly region: SharedRegion;
  readonly plan: SievePlan;
  /** Whether the region begins with the pilot draws already. */
  readonly hasPilot: boolean;
}

/** What has been made of all draws. */
export interface Sieved {
  /** Its bands are those of the run. */
  readonly pilot: SharedSamples;
  readonly checks: SharedSamples;
  /** Measures of which some months are to be made again with all their draws at hand. */
  readonly untold: readonly string[];
}

/** Makes all draws of a run and sums them up, keeping of each measure and month only those where a percentile may lie. */
export async function makeSieved(run: SievedRun): Promise<Outcome<Sieved, Fault>> {
  const { prepared, region, plan } = run;
  const memory = sieveMemoryIn(region, prepared, plan);
  const aimed = await aim(run, memory);
  if (!aimed.ok) return aimed;
  const { pilotDraws } = plan;
  for (let from = pilotDraws; from < prepared.draws; from += pilotDraws) {
    const sifted = await sift(run, memory, { from, to: Math.min(prepared.draws, from + pilotDraws) });
    if (!sifted.ok) return sifted;
  }
  return close(run, memory);
}

/** Makes the first draws and prepares the sieves by them. */
async function aim(run: SievedRun, memory: SievedMemory): Promise<Outcome<unknown, Fault>> {
  const { runner, stop, prepared } = run;
  const { sieve, pilot, scouts } = memory;
  if (!run.hasPilot) {
    const drawn = await drawInto(run, pilot, { from: 0, to: pilot.layout.draws });
    if (!drawn.ok) return drawn;
  }
  noteChecks(memory, pilot);
  clearPages(sieve);
  const { plan, measures, draws } = prepared;
  const scouted = await runner.run('scout', { plan, measures, shared: scouts, draws }, { stop });
  if (!scouted.ok) return scouted;
  const inputs = slicesOf(run, memory).map((each) => ({ sieve, pilot, scouts, ...each }));
  return runPieces(runner, 'aim', inputs, stop);
}

/** Makes some draws in the place of those before and lets them through the sieves. */
async function sift(
  run: SievedRun,
  memory: SievedMemory,
  stretch: Stretch,
): Promise<Outcome<unknown, Fault>> {
  const { runner, stop, prepared, region } = run;
  const { from, to } = stretch;
  const shared = samplesIn(region, { ...prepared, draws: to - from }, from);
  const drawn = await drawInto(run, shared, stretch);
  if (!drawn.ok) return drawn;
  noteChecks(memory, shared);
  const { sieve } = memory;
  const inputs = slicesOf(run, memory).map((each) => ({ sieve, shared, ...each }));
  return runPieces(runner, 'sift', inputs, stop);
}

async function close(run: SievedRun, memory: SievedMemory): Promise<Outcome<Sieved, Fault>> {
  const { runner, stop } = run;
  const { months, measures } = run.prepared;
  const { sieve, pilot, checks } = memory;
  const inputs = slicesOf(run, memory).map((each) => ({ sieve, months, bands: pilot.bands, ...each }));
  const untold = await runPieces(runner, 'close', inputs, stop);
  if (!untold.ok) return untold;
  const places = new Set(untold.value.flat().map((slice) => Math.floor(slice / months)));
  return ok({ pilot, checks, untold: measures.filter((_, at) => places.has(at)) });
}

/** The same division at every step: a sieve may follow the one before it in its own piece only. */
function slicesOf({ runner }: SievedRun, { sieve, pilot }: SievedMemory): readonly Stretch[] {
  return planSummaries(sieve.layout.slices, pilot.layout.draws, runner.threads);
}

function drawInto(
  { runner, stop, prepared }: SievedRun,
  shared: SharedSamples,
  stretch: Stretch,
): Promise<Outcome<unknown, Fault>> {
  const { plan, measures } = prepared;
  return drawStretch({ runner, plan, measures, shared, stop }, stretch);
}

/** Copies the months in which checks fail, of all draws in some memory, to where those of all draws are kept. */
function noteChecks({ checks }: SievedMemory, from: SharedSamples): void {
  const { firstBroken: all, draws: allDraws } = storeOf(checks);
  const { firstBroken, draws, firstDraw } = storeOf(from);
  for (let check = 0; check < checks.layout.checks; check++) {
    all.set(firstBroken.subarray(check * draws, (check + 1) * draws), check * allDraws + firstDraw);
  }
}
