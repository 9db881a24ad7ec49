import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { ModelJobs } from '../engine/model-jobs.ts';
import type { Runner } from '../engine/runner.ts';
import { createStop, type Stop } from '../engine/stop.ts';

/**
 * Runs edits that nobody made while nobody types: a thread translates the code it has run often into faster code, and the
 * first keys of a session would otherwise wait twice as long as later ones.
 */
export interface Rehearsal {
  /** Goes on with what is left of the rehearsal, on a text like the one at hand. */
  readonly goOn: (source: ScenarioSource) => void;
  /** Makes room for a real edit, at once. */
  readonly giveWay: () => void;
}

/** After about this many runs they become no faster. */
const usefulRuns = 60;

/** Makes the rehearsal of the thread that is kept for keys; without such a thread there is nothing to rehearse. */
export function createRehearsal(runner: Runner<ModelJobs>): Rehearsal {
  let left = runner.hasUrgentThread ? usefulRuns : 0;
  let stop: Stop | null = null;

  const rehearse = async (source: ScenarioSource, own: Stop): Promise<void> => {
    const known: string[] = [];
    while (left > 0 && !own.isStopped()) {
      left -= 1;
      // A remark more makes it a text that the thread has not met, and changes nothing in what there is to do.
      const text = `${source.text}\n# ${left}\n`;
      const scenario = { hash: `rehearsal ${left}`, source: { ...source, text } };
      const reply = await runner.run('project', { scenario, known }, { stop: own, urgency: 'now' });
      // A text that cannot be read teaches the thread nothing about reading and computing.
      if (!reply.ok) break;
      known[0] = reply.value.described;
    }
    if (stop === own) stop = null;
  };

  return {
    goOn: (source) => {
      if (left === 0 || stop !== null) return;
      stop = createStop();
      void rehearse(source, stop);
    },
    giveWay: () => {
      stop?.stop();
      stop = null;
    },
  };
}
