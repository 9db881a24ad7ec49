import type { Stop } from '../engine/stop.ts';

/** Draws that are being made, by scenario. They go on for as long as its text comes to their model. */
export interface DrawsUnderWay {
  /** Notes a run until the returned function is called. */
  readonly begin: (id: string, run: DrawsRun) => () => void;
  /**
   * Holds up the draws of a scenario while its text is read anew. The returned function is told the model the text comes
   * to, null where it has none, or undefined where a newer text is read instead: draws of another model are stopped.
   */
  readonly hold: (id: string) => (model: string | null | undefined) => void;
}

/** A run over many draws. */
export interface DrawsRun {
  readonly model: string;
  readonly stop: Stop;
}

/** Makes the list of the runs of one session. */
export function createDrawsUnderWay(): DrawsUnderWay {
  const runs = new Map<string, DrawsRun>();
  return {
    begin: (id, run) => {
      runs.set(id, run);
      return () => {
        if (runs.get(id) === run) runs.delete(id);
      };
    },
    hold: (id) => {
      const run = runs.get(id);
      if (run === undefined) return () => undefined;
      const release = run.stop.hold();
      return (model) => {
        if (model !== undefined && model !== run.model) run.stop.stop();
        release();
      };
    },
  };
}
