import type { Handlers } from '#shared/contract/host.ts';
import { simulateInRounds } from '../engine/split.ts';
import { hashSource } from './hash-source.ts';
import type { SessionContext } from './session-context.ts';

/** Makes the handlers of runs over many draws. */
export function simulationHandlers(context: SessionContext): Pick<Handlers, 'simulation.run'> {
  const { runner, latest, tickets, emit } = context;
  return {
    'simulation.run': ({ ticket, scenario, measures, draws }) => {
      const request = { scenario: { hash: hashSource(scenario), source: scenario }, measures, draws };
      return latest.run(`simulation ${scenario.id}`, (stop) =>
        tickets.during(ticket, stop, () =>
          simulateInRounds(runner, request, {
            stop,
            now: () => performance.now(),
            onRound: (result) => {
              if (!stop.isStopped()) emit('simulation.progress', { ticket, result });
            },
          }),
        ),
      );
    },
  };
}
