import type { Handlers } from '#shared/contract/host.ts';
import type { SimulationResult } from '#shared/contract/results.ts';
import type { DrawnRun } from '../engine/kept-draws.ts';
import { rest } from '../engine/rest.ts';
import { simulateInRounds } from '../engine/split.ts';
import { createStop } from '../engine/stop.ts';
import { hashSource } from './hash-source.ts';
import type { SessionContext } from './session-context.ts';

/** With the pause before the draws begin, longer than most pauses of somebody in the middle of a figure. */
const restMilliseconds = 350;

/** Makes the handlers of runs over many draws. */
export function simulationHandlers(context: SessionContext): Pick<Handlers, 'simulation.run'> {
  const { runner, latest, tickets, emit, rehearsal, draws: kept, underWay } = context;
  return {
    'simulation.run': async ({ ticket, scenario, measures, draws, rests = false }) => {
      const hash = hashSource(scenario);
      const request = { scenario: { hash, source: scenario }, measures, draws };
      const model = kept.modelOf(hash);
      const stop = createStop();
      let hasRested = !rests;
      const control = {
        stop,
        now: () => performance.now(),
        keep: (run: DrawnRun): void => {
          // Many remarks later nobody remembers what the text came to with which the draws began.
          kept.note(hash, model);
          kept.keep(run);
        },
        onRound: async (result: SimulationResult): Promise<void> => {
          if (!stop.isStopped()) emit('simulation.progress', { ticket, result });
          if (hasRested) return;
          hasRested = true;
          await rest(restMilliseconds, stop);
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
