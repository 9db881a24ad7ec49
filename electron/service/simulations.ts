import type { Handlers } from '#shared/contract/host.ts';
import type { SimulationResult } from '#shared/contract/results.ts';
import type { DrawnRun } from '../engine/kept-draws.ts';
import { simulateInRounds } from '../engine/split.ts';
import { createStop } from '../engine/stop.ts';
import { hashSource } from './hash-source.ts';
import type { SessionContext } from './session-context.ts';

/** Makes the handlers of runs over many draws. */
export function simulationHandlers(context: SessionContext): Pick<Handlers, 'simulation.run'> {
  const { runner, latest, tickets, emit, rehearsal, draws: kept, underWay } = context;
  return {
    'simulation.run': async ({ ticket, scenario, measures, draws }) => {
      const hash = hashSource(scenario);
      const request = { scenario: { hash, source: scenario }, measures, draws };
      const model = kept.modelOf(hash);
      const stop = createStop();
      const control = {
        stop,
        now: () => performance.now(),
        keep: (run: DrawnRun): void => {
          // Many remarks later nobody remembers what the text came to with which the draws began.
          kept.note(hash, model);
          kept.keep(run);
        },
        onRound: (result: SimulationResult): void => {
          if (!stop.isStopped()) emit('simulation.progress', { ticket, result });
        },
      };
      const end = underWay.begin(scenario.id, { model, stop });
      const reply = await tickets.during(ticket, stop, () =>
        latest.run(`simulation ${scenario.id}`, stop, () => {
          kept.dropOlder(scenario.id, hash);
          return simulateInRounds(runner, request, control);
        }),
      );
      end();
      // Whoever looks at the finished bands is not typing at the moment.
      if (reply.ok) rehearsal.goOn(scenario);
      return reply;
    },
  };
}
