import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { SimulationResult } from '#shared/contract/results.ts';
import type { KeyedSource, ModelJobs, PreparedSimulation, SharedSamples } from './model-jobs.ts';
import { planChunks, planRounds, planShares, type Stretch } from './rounds.ts';
import type { Runner } from './runner.ts';
import { allocateSamples } from './shared-samples.ts';
import type { Stop } from './stop.ts';
import { bandsSoFar, countBroken, worstRelativeError } from './tally.ts';

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
  /** Bands so far, after every round but the last. */
  readonly onRound: (result: SimulationResult) => void;
  /** Milliseconds on any clock that only goes forward. */
  readonly now: () => number;
}

interface Run {
  readonly runner: Runner<ModelJobs>;
  readonly scenario: KeyedSource;
  readonly prepared: PreparedSimulation;
  readonly shared: SharedSamples;
  readonly stop: Stop;
}

/**
 * Runs one simulation as many jobs: chunks of draws that each fill their places of a shared store, then chunks of
 * measures to sum up, round after round. Places depend on the number of a draw alone, so the number of threads cannot
 * change a bit.
 */
export async function simulateInRounds(
  runner: Runner<ModelJobs>,
  request: SimulationRequest,
  control: SimulationControl,
): Promise<Outcome<SimulationResult, Fault>> {
  const started = control.now();
  const { scenario, measures } = request;
  const asked = await runner.run('prepare', { scenario, measures }, { stop: control.stop, urgency: 'now' });
  if (!asked.ok) return asked;
  // Whoever names a number of draws wants that many, settled or not.
  const prepared =
    request.draws === undefined ? asked.value : { ...asked.value, draws: request.draws, settleAt: 0 };
  const shared = allocateSamples(prepared);
  if (!shared.ok) return shared;
  const run: Run = { runner, scenario, prepared, shared: shared.value, stop: control.stop };

  for (const round of planRounds(prepared.draws)) {
    const drawn = await draw(run, round);
    if (!drawn.ok) return drawn;
    const summed = await summarise(run, round.to);
    if (!summed.ok) return summed;
    const bands = bandsSoFar(run.shared, prepared.measures);
    const worstError = worstRelativeError(bands);
    const isSettled = prepared.settleAt > 0 && worstError <= prepared.settleAt && round.to < prepared.draws;
    const result: SimulationResult = {
      done: round.to,
      wanted: prepared.draws,
      isSettled,
      worstError,
      bands,
      checks: countBroken(run.shared, prepared.checks, round.to),
      took: control.now() - started,
    };
    if (isSettled || round.to === prepared.draws) return ok(result);
    control.onRound(result);
  }
  return fail({ kind: 'refused', message: 'A simulation needs at least one draw.' });
}

async function draw(run: Run, round: Stretch): Promise<Outcome<unknown, Fault>> {
  const { runner, scenario, prepared, shared, stop } = run;
  const { measures } = prepared;
  const replies = await Promise.all(
    planChunks(round, runner.threads).map(({ from, to }) =>
      runner.run('draw', { scenario, measures, shared, from, to }, { stop }),
    ),
  );
  return firstFailure(replies) ?? ok(null);
}

async function summarise(run: Run, done: number): Promise<Outcome<unknown, Fault>> {
  const { runner, shared, stop } = run;
  const slices = { from: 0, to: shared.layout.measures * shared.layout.months };
  const replies = await Promise.all(
    planShares(slices, runner.threads).map(({ from, to }) =>
      runner.run('summarise', { shared, done, from, to }, { stop }),
    ),
  );
  return firstFailure(replies) ?? ok(null);
}

function firstFailure<T>(replies: readonly Outcome<T, Fault>[]): Outcome<never, Fault> | null {
  for (const reply of replies) if (!reply.ok) return reply;
  return null;
}
