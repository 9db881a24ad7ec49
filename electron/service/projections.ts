import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Handlers } from '#shared/contract/host.ts';
import type { ProjectionResult } from '#shared/contract/results.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { createStop, type Stop } from '../engine/stop.ts';
import { hashSource } from './hash-source.ts';
import type { SessionContext } from './session-context.ts';

/** Longer than any allowed scenario takes by two orders of magnitude. */
const limitMilliseconds = 10_000;

/** Makes the handlers of the central path. */
export function projectionHandlers(
  context: SessionContext,
): Pick<Handlers, 'projection.run' | 'work.cancel'> {
  const { latest, tickets } = context;
  return {
    'projection.run': ({ ticket, scenario }) => {
      // The bands of the text before this one are of no more use.
      latest.stop(`simulation ${scenario.id}`);
      const stop = createStop();
      return tickets.during(ticket, stop, () =>
        latest.run(`projection ${scenario.id}`, stop, () => project(context, scenario, stop)),
      );
    },
    'work.cancel': async ({ ticket }) => {
      tickets.stop(ticket);
      return ok({});
    },
  };
}

/** Computes the central path of a scenario, or finds it among the recent ones. */
export async function project(
  context: Pick<SessionContext, 'runner' | 'recent'>,
  source: ScenarioSource,
  stop: Stop,
): Promise<Outcome<ProjectionResult, Fault>> {
  const hash = hashSource(source);
  const options = { stop, urgency: 'now', limitMilliseconds } as const;
  const reply = await context.runner.run('project', { hash, source }, options);
  if (!reply.ok) return fail(reply.error);
  context.recent.add(hash, reply.value);
  return reply;
}
