import type { Handlers } from '#shared/contract/host.ts';
import type { SimulationResult } from '#shared/contract/results.ts';
import { simulateInRounds } from '../engine/split.ts';
import { createStop } from '../engine/stop.ts';
import { hashSource } from './hash-source.ts';
import type { SessionContext } from './session-context.ts';

/** Makes the handlers of runs over many draws. */
export function simulationHandlers(context: SessionContext): Pick<Handlers, 'simulation.run'> {
  const { runner, latest, tickets, emit, draws: kept } = context;
  return {
    'simulation.run': ({ ticket, scenario, measures, draws }) => {
      const hash = hashSource(scenario);
      const request = { scenario: { hash, source: scenario }, measures, draws };
      const stop = createStop();
      const control = {
        stop,
        now: () => performance.now(),
        keep: kept.keep,
        onRound: (result: SimulationResult): void => {
          if (!stop.isStopped()) emit('simulation.progress', { ticket, result });
        },
      };
      return tickets.during(ticket, stop, () =>
        latest.run(`simulation ${scenario.id}`, stop, () => {
          kept.dropOlder(scenario.id, hash);
          return simulateInRounds(runner, request, control);
        }),
      );
    },
  };
}
