import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { SimulationResult } from '#shared/contract/results.ts';
import { sampleStoreBytes } from '#shared/engine/sample-store.ts';
import { isSettled, worstRelativeError } from '#shared/engine/summary/settled.ts';
import type { DrawnRun } from './kept-draws.ts';
import type { KeyedSource } from './keyed-source.ts';
import type { ModelJobs } from './model-jobs.ts';
import { planRounds } from './rounds.ts';
import type { Runner } from './runner.ts';
import { allocateSamples, layoutOf } from './shared-samples.ts';
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
  /** Bands so far, after every round but the last. */
  readonly onRound: (result: SimulationResult) => void;
  /** Milliseconds on any clock that only goes forward. */
  readonly now: () => number;
  /** Asked to free memory before so much of it is taken. */
  readonly makeRoom?: (bytes: number) => void;
  /** Given the draws when all are made that will be. */
  readonly keep?: (run: DrawnRun) => void;
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
  control.makeRoom?.(sampleStoreBytes(layoutOf(prepared)));
  const shared = allocateSamples(prepared);
  if (!shared.ok) return shared;
  const run = { runner, scenario, measures: prepared.measures, shared: shared.value, stop: control.stop };

  for (const round of planRounds(prepared.draws)) {
    const drawn = await drawStretch(run, round);
    if (!drawn.ok) return drawn;
    const summed = await summariseDraws(run, round.to);
    if (!summed.ok) return summed;
    const bands = bandsSoFar(run.shared, prepared.measures);
    const figures = figuresOnScreen(bands);
    const result: SimulationResult = {
      done: round.to,
      wanted: prepared.draws,
      isSettled: isSettled(figures, round.to, prepared.settleAt) && round.to < prepared.draws,
      worstError: worstRelativeError(figures),
      bands,
      checks: countBroken(run.shared, prepared.checks, round.to),
      took: control.now() - started,
    };
    if (result.isSettled || round.to === prepared.draws) {
      const { hash, source } = scenario;
      const { measures, shared } = run;
      control.keep?.({ id: source.id, hash, measures, shared, done: round.to });
      return ok(result);
    }
    control.onRound(result);
  }
  return fail({ kind: 'refused', message: 'A simulation needs at least one draw.' });
}
