import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { SharedRegion } from './draw-memory.ts';
import type { JobName } from './job.ts';
import type { KeyedPlan } from './keyed-plan.ts';
import type { ModelJobs } from './model-jobs.ts';
import { planChunks, planSummaries, type Stretch } from './rounds.ts';
import type { Runner } from './runner.ts';
import type { SharedSamples } from './shared-samples.ts';
import type { Stop } from './stop.ts';

/** A run that fills shared memory, piece by piece on however many threads. */
export interface FillingRun {
  readonly runner: Runner<ModelJobs>;
  readonly plan: KeyedPlan;
  readonly measures: readonly string[];
  readonly shared: SharedSamples;
  readonly stop: Stop;
}

/** Makes a stretch of draws, in chunks that each fill their places of the shared store. */
export async function drawStretch(
  { runner, plan, measures, shared, stop }: FillingRun,
  stretch: Stretch,
  onProgress?: (fraction: number) => void,
): Promise<Outcome<unknown, Fault>> {
  const inputs = planChunks(stretch, runner.threads).map(({ from, to }) => {
    return { plan, measures, shared, from, to };
  });
  return runPieces(runner, 'draw', inputs, stop, onProgress);
}

/** Sums up the first draws of a run, slices divided between the threads; by weight where weights are given. */
export async function summariseDraws(
  { runner, shared, stop }: Omit<FillingRun, 'plan' | 'measures'>,
  done: number,
  weights?: SharedRegion,
): Promise<Outcome<unknown, Fault>> {
  const { measures, months } = shared.layout;
  const more = weights === undefined ? {} : { weights };
  const shares = planSummaries(measures * months, done, runner.threads);
  const inputs = shares.map(({ from, to }) => ({ shared, done, from, to, ...more }));
  return runPieces(runner, 'summarise', inputs, stop);
}

/**
 * Does one job for each of some inputs, as many at once as there are threads; the outputs are in the order of the inputs. Where one
 * takes too long all are stopped, and the fault is the one that says so.
 */
export async function runPieces<K extends JobName<ModelJobs>>(
  runner: Runner<ModelJobs>,
  name: K,
  inputs: readonly ModelJobs[K]['input'][],
  stop: Stop,
  onProgress?: (fraction: number) => void,
  limitMilliseconds?: number,
): Promise<Outcome<readonly ModelJobs[K]['output'][], Fault>> {
  const fractions = new Float64Array(inputs.length);
  const options = { stop, ...(limitMilliseconds === undefined ? {} : { limitMilliseconds }) };
  const replies = await Promise.all(
    inputs.map((input, at) => {
      if (onProgress === undefined) return runner.run(name, input, options);
      return runner.run(name, input, {
        ...options,
        onProgress: (fraction) => {
          fractions[at] = fraction;
          onProgress(fractions.reduce((sum, one) => sum + one, 0) / inputs.length);
        },
      });
    }),
  );
  const faults = replies.flatMap((reply) => (reply.ok ? [] : [reply.error]));
  const fault = faults.find(({ kind }) => kind !== 'cancelled') ?? faults[0];
  if (fault !== undefined) return fail(fault);
  return ok(replies.flatMap((reply) => (reply.ok ? [reply.value] : [])));
}
