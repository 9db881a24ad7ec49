import type { DrawMemory, Lease } from './draw-memory.ts';
import type { SharedSamples } from './shared-samples.ts';

/** The draws of a run that has ended, for whoever asks about them later. */
export interface DrawnRun {
  /** Id and hash of the scenario they are of. */
  readonly id: string;
  readonly hash: string;
  /** Measures in the order in which the samples hold them. */
  readonly measures: readonly string[];
  readonly shared: SharedSamples;
  /** How many of the draws have been made. */
  readonly done: number;
  /** The claim on the memory they lie in; whoever is given a run gives it up when done with it. */
  readonly lease: Lease;
}

/** The last runs of a session, so that questions about them cost no new draws. */
export interface KeptDraws {
  /** Notes which model a text comes to: the draws of one text are those of every text of its model. */
  readonly note: (hash: string, model: string) => void;
  /** Gives the model a text comes to, or what names the text alone where none was noted. */
  readonly modelOf: (hash: string) => string;
  /** Keeps a run and its claim until the memory is wanted for another, of whatever session. */
  readonly keep: (run: DrawnRun) => void;
  /** Finds the newest run of a scenario that has all of some measures, with a claim of its own. */
  readonly find: (hash: string, measures: readonly string[]) => DrawnRun | null;
  /** Tells how many draws the newest run of a scenario made; null where there is none. */
  readonly drawsOf: (hash: string) => number | null;
  /** Drops the draws of other models of a scenario: nobody will ask about them any more. */
  readonly dropOlder: (id: string, hash: string) => void;
  readonly close: () => void;
}

/** The text on screen, and those beside it. */
const notedModels = 24;

/** Makes an empty list of runs. What it keeps is on offer to whoever needs the memory, the oldest first. */
export function createKeptDraws(memory: DrawMemory): KeptDraws {
  let runs: (DrawnRun & { readonly model: string })[] = [];
  const models = new Map<string, string>();
  const modelOf = (hash: string): string => models.get(hash) ?? hash;
  const ofModel = (hash: string) => runs.filter(({ model }) => model === modelOf(hash));
  const drop = (isToGo: (run: (typeof runs)[number]) => boolean): void => {
    const [gone, rest] = [runs.filter(isToGo), runs.filter((run) => !isToGo(run))];
    runs = rest;
    for (const { lease } of gone) lease.release();
  };
  return {
    note: (hash, model) => {
      models.delete(hash);
      models.set(hash, model);
      const [oldest] = models.keys();
      if (models.size > notedModels && oldest !== undefined) models.delete(oldest);
    },
    modelOf,
    keep: (run) => {
      const kept = { ...run, model: modelOf(run.hash) };
      runs = [kept, ...runs];
      memory.offer(run.lease, () => {
        runs = runs.filter((one) => one !== kept);
      });
    },
    find: (hash, measures) => {
      const found = ofModel(hash).find((run) => measures.every((id) => run.measures.includes(id)));
      return found === undefined ? null : { ...found, lease: found.lease.share() };
    },
    drawsOf: (hash) => ofModel(hash)[0]?.done ?? null,
    dropOlder: (id, hash) => drop((run) => run.id === id && run.model !== modelOf(hash)),
    close: () => drop(() => true),
  };
}
