import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { MeasureBands, SimulationResult } from '#shared/contract/results.ts';
import type { KeyedSource, ModelJobs, PreparedSimulation, SampleStore } from './model-jobs.ts';
import { planChunks, planRounds, type Stretch } from './rounds.ts';
import type { Runner } from './runner.ts';
import { allocateSamples } from './sample-store.ts';
import type { Stop } from './stop.ts';
import { countBroken, worstRelativeError } from './tally.ts';

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
  readonly store: SampleStore;
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
  const prepared = { ...asked.value, draws: request.draws ?? asked.value.draws };
  const store = allocateSamples(prepared);
  if (!store.ok) return store;
  const run: Run = { runner, scenario, prepared, store: store.value, stop: control.stop };

  for (const round of planRounds(prepared.draws)) {
    const drawn = await draw(run, round);
    if (!drawn.ok) return drawn;
    const bands = await summarise(run, round.to);
    if (!bands.ok) return bands;
    const worstError = worstRelativeError(bands.value);
    const isSettled = prepared.settleAt > 0 && worstError <= prepared.settleAt && round.to < prepared.draws;
    const result: SimulationResult = {
      done: round.to,
      wanted: prepared.draws,
      isSettled,
      worstError,
      bands: bands.value,
      checks: countBroken(run.store, prepared.checks, round.to),
      took: control.now() - started,
    };
    if (isSettled || round.to === prepared.draws) return ok(result);
    control.onRound(result);
  }
  return fail({ kind: 'refused', message: 'A simulation needs at least one draw.' });
}

async function draw(run: Run, round: Stretch): Promise<Outcome<unknown, Fault>> {
  const { runner, scenario, prepared, store, stop } = run;
  const replies = await Promise.all(
    planChunks(round, runner.threads).map(({ from, to }) =>
      runner.run('draw', { scenario, measures: prepared.measures, store, from, to }, { stop }),
    ),
  );
  return firstFailure(replies) ?? ok(null);
}

async function summarise(run: Run, done: number): Promise<Outcome<readonly MeasureBands[], Fault>> {
  const { runner, prepared, store, stop } = run;
  const { measures } = prepared;
  const share = Math.ceil(measures.length / runner.threads);
  const parts = Array.from({ length: runner.threads }, (_, at) => ({
    from: at * share,
    to: Math.min(measures.length, (at + 1) * share),
  })).filter(({ from, to }) => from < to);
  const replies = await Promise.all(
    parts.map(({ from, to }) => runner.run('summarise', { measures, from, to, store, done }, { stop })),
  );
  return firstFailure(replies) ?? ok(replies.flatMap((reply) => (reply.ok ? reply.value : [])));
}

function firstFailure<T>(replies: readonly Outcome<T, Fault>[]): Outcome<never, Fault> | null {
  for (const reply of replies) if (!reply.ok) return reply;
  return null;
}
