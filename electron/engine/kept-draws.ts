import { type SharedSamples, sampleCeilingBytes } from './shared-samples.ts';

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
}

/** The last runs of a session, so that questions about them cost no new draws. */
export interface KeptDraws {
  /** Notes which model a text comes to: the draws of one text are those of every text of its model. */
  readonly note: (hash: string, model: string) => void;
  readonly keep: (run: DrawnRun) => void;
  /** Finds the newest run of a scenario that has all of some measures. */
  readonly find: (hash: string, measures: readonly string[]) => DrawnRun | null;
  /** Drops what stands in the way of a new run: draws of other texts of the same scenario, then the oldest ones. */
  readonly makeRoom: (id: string, hash: string, bytes: number) => void;
}

/** The text on screen, and those beside it. */
const notedModels = 24;

/** Makes an empty memory of runs; together they never take more than one run may. */
export function createKeptDraws(ceilingBytes = sampleCeilingBytes): KeptDraws {
  let runs: (DrawnRun & { readonly model: string })[] = [];
  const models = new Map<string, string>();
  const modelOf = (hash: string): string => models.get(hash) ?? hash;
  const bytesOf = (run: DrawnRun): number => run.shared.samples.byteLength;
  const evictFor = (bytes: number): void => {
    while (runs.length > 0 && runs.reduce((sum, run) => sum + bytesOf(run), bytes) > ceilingBytes) {
      runs = runs.slice(0, -1);
    }
  };
  return {
    note: (hash, model) => {
      models.delete(hash);
      models.set(hash, model);
      const [oldest] = models.keys();
      if (models.size > notedModels && oldest !== undefined) models.delete(oldest);
    },
    keep: (run) => {
      evictFor(bytesOf(run));
      runs = [{ ...run, model: modelOf(run.hash) }, ...runs];
    },
    find: (hash, measures) =>
      runs.find((run) => run.model === modelOf(hash) && measures.every((id) => run.measures.includes(id))) ??
      null,
    makeRoom: (id, hash, bytes) => {
      runs = runs.filter((run) => run.id !== id || run.model === modelOf(hash));
      evictFor(bytes);
    },
  };
}
