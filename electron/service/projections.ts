import { type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Handlers } from '#shared/contract/host.ts';
import { type ArrivedResult, handOn, unpackResult } from '#shared/contract/packed-projection.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { createStop } from '../engine/stop.ts';
import { hashSource } from './hash-source.ts';
import type { SessionContext } from './session-context.ts';

/** Makes the handlers of the central path. */
export function projectionHandlers(
  context: SessionContext,
): Pick<Handlers, 'projection.run' | 'projection.follow' | 'work.cancel'> {
  const { latest, tickets, results, rehearsal, draws, underWay } = context;
  const newest = async (ticket: number, scenario: ScenarioSource): Promise<Outcome<ArrivedResult, Fault>> => {
    const decide = underWay.hold(scenario.id);
    rehearsal.giveWay();
    const stop = createStop();
    const reply = await tickets.during(ticket, stop, () =>
      latest.run(`projection ${scenario.id}`, stop, () => results.compute(scenario, stop)),
    );
    if (reply.ok) {
      const { model } = reply.value.result;
      draws.note(hashSource(scenario), model);
      decide(model);
    } else decide(reply.error.kind === 'cancelled' ? undefined : null);
    return reply;
  };
  return {
    'projection.run': async ({ ticket, scenario }) => {
      const reply = await newest(ticket, scenario);
      return reply.ok ? ok(unpackResult(reply.value)) : reply;
    },
    'projection.follow': async ({ ticket, scenario, known }) => {
      const reply = await newest(ticket, scenario);
      return reply.ok ? ok(handOn(reply.value, known)) : reply;
    },
    'work.cancel': async ({ ticket }) => {
      tickets.stop(ticket);
      return ok({});
    },
  };
}
