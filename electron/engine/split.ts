import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { SimulationResult } from '#shared/contract/results.ts';
import { isSettled, worstRelativeError } from '#shared/engine/summary/settled.ts';
import type { DrawMemory, Lease } from './draw-memory.ts';
import type { DrawnRun } from './kept-draws.ts';
import type { KeyedSource } from './keyed-source.ts';
import { claimMemory } from './lend-memory.ts';
import { makeRound, type Run } from './make-round.ts';
import type { ModelJobs } from './model-jobs.ts';
import { heldAtOnce, mostPasses } from './passes.ts';
import type { PreparedSimulation } from './prepared-simulation.ts';
import { planRounds } from './rounds.ts';
import type { Runner } from './runner.ts';
import { noRoom, sampleBytes } from './shared-samples.ts';
import type { Stop } from './stop.ts';
import { figuresOnScreen } from './tally.ts';

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

/**
 * Runs one simulation as many jobs: chunks of draws that each fill their places of a shared store, then chunks of
 * measures to sum up, round after round. Places depend on the number of a draw alone, so the number of threads cannot
 * change a bit. A round of which memory cannot hold all draws at once is summed up as they come, or drawn group of measures by
 * group of measures, with the same bits again: what is asked for costs time then, not memory.
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
    const run: Run = { runner, stop, prepared, region, rounds, held };
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
