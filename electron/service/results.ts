import { type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import {
  type ArrivedResult,
  createResultReceiver,
  unpackResult,
} from '#shared/contract/packed-projection.ts';
import type { ProjectionResult } from '#shared/contract/results.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { KeyedSource } from '../engine/keyed-source.ts';
import type { ModelJobs } from '../engine/model-jobs.ts';
import type { Runner } from '../engine/runner.ts';
import type { Stop } from '../engine/stop.ts';
import { hashSource } from './hash-source.ts';

/** Central paths, computed by the threads; the last few are kept, so that an export need not compute them again. */
export interface Results {
  /** Computes one, and gives it as it came from its thread: whoever only hands it on need not unpack it. */
  readonly compute: (source: ScenarioSource, stop: Stop) => Promise<Outcome<ArrivedResult, Fault>>;
  /** Gives what is kept, or computes it. */
  readonly find: (source: ScenarioSource, stop: Stop) => Promise<Outcome<ProjectionResult, Fault>>;
}

const kept = 12;
/** Longer than any allowed scenario takes by two orders of magnitude. */
const limitMilliseconds = 10_000;

/** Makes the source of results over the program's threads. */
export function createResults(runner: Runner<ModelJobs>): Results {
  const results = new Map<string, ArrivedResult>();
  const receive = createResultReceiver(
    ({ scenario, stop }: { readonly scenario: KeyedSource; readonly stop: Stop }, known) =>
      runner.run('project', { scenario, known }, { stop, urgency: 'now', limitMilliseconds }),
  );

  const compute: Results['compute'] = async (source, stop) => {
    const hash = hashSource(source);
    const reply = await receive({ scenario: { hash, source }, stop });
    if (!reply.ok) return reply;
    results.delete(hash);
    results.set(hash, reply.value);
    const [oldest] = results.keys();
    if (results.size > kept && oldest !== undefined) results.delete(oldest);
    return reply;
  };

  return {
    compute,
    find: async (source, stop) => {
      const known = results.get(hashSource(source));
      const reply = known === undefined ? await compute(source, stop) : ok(known);
      return reply.ok ? ok(unpackResult(reply.value)) : reply;
    },
  };
}
