import type { Stop } from '../engine/stop.ts';

/** The runs of a session by the number the screen gave them. */
export interface Tickets {
  /** Notes a run under its ticket for as long as it lasts. */
  readonly during: <T>(ticket: number, stop: Stop, run: () => Promise<T>) => Promise<T>;
  /** Stops what runs under a ticket; one that is unknown or over is no fault. */
  readonly stop: (ticket: number) => void;
}

/** Makes an empty list of runs. */
export function createTickets(): Tickets {
  const running = new Map<number, Set<Stop>>();
  return {
    during: async (ticket, stop, run) => {
      const stops = running.get(ticket) ?? new Set();
      running.set(ticket, stops.add(stop));
      try {
        return await run();
      } finally {
        stops.delete(stop);
        if (stops.size === 0 && running.get(ticket) === stops) running.delete(ticket);
      }
    },
    stop: (ticket) => {
      for (const stop of running.get(ticket) ?? []) stop.stop();
    },
  };
}
