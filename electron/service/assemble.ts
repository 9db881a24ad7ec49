import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { ModelJobs } from '../engine/model-jobs.ts';
import { createPool } from '../engine/pool.ts';
import type { ReportDefect, Runner } from '../engine/runner.ts';
import { rememberLibrary } from '../storage/chosen-library.ts';
import { openHistories } from '../storage/history/histories.ts';
import { openJournals } from '../storage/journal/journals.ts';
import { type Library, openLibrary } from '../storage/library.ts';
import { listFiles } from '../storage/list-files.ts';
import { openLogFile, readLogFile } from '../storage/log-file.ts';
import { seedLibrary } from '../storage/seed-library.ts';
import { openSettingsFile } from '../storage/settings-file.ts';
import { sweepTemporary } from '../storage/sweep-temporary.ts';
import { openVersions } from '../storage/versions/versions.ts';
import { bugReporter, defectReporter, lossReporter, newIncident } from './incidents.ts';
import { keepLibrary } from './library-in-use.ts';
import type { Places } from './places.ts';
import { safeLibrary } from './safe-library.ts';
import { createService, type Service } from './service.ts';

/** What a door says about the application it wants. */
export interface Assembly {
  readonly version: string;
  readonly places: Places;
  /** Makes what computes; the pool over threads where a door says nothing else. */
  readonly makeRunner?: (reportDefect: ReportDefect) => Runner<ModelJobs>;
  /** Folder to read scenarios from, as it is; the user's library, filled when empty, where a door says nothing else. */
  readonly library?: string;
}

/** Puts the application together from its real parts. */
export async function assembleService(assembly: Assembly): Promise<Outcome<Service, Fault>> {
  const { version, places, makeRunner = (report) => makePool(places.worker, report, true) } = assembly;
  const log = openLogFile(places.log);
  const seeded =
    assembly.library === undefined ? await seedLibrary(places.library, places.shipped) : ok(false);
  if (!seeded.ok) return seeded;
  const library = await openLibrary(assembly.library ?? places.library);
  if (!library.ok) return library;
  const now = (): number => Date.now();
  await tidy(library.value.folder, places.journals, now());
  const versions = openVersions(places.versions);
  const histories = openHistories(places.histories);
  const makeSafe = (one: Library): Library =>
    safeLibrary(one, { versions, histories, locks: places.locks, now, reportLoss: lossReporter(log) });
  return ok(
    createService({
      version,
      runner: makeRunner(defectReporter(log)),
      library: keepLibrary(
        library.value,
        (folder) => rememberLibrary(places.chosenLibrary, folder),
        makeSafe,
        assembly.library === undefined ? places.missingLibrary : null,
      ),
      settings: openSettingsFile(places.settings),
      safety: { journals: openJournals(places.journals), histories, versions, now },
      readLog: () => readLogFile(places.log),
      newIncident,
      reportBug: bugReporter(log),
    }),
  );
}

/** Clears away what programs that were killed have left half written. */
async function tidy(library: string, journals: string, now: number): Promise<void> {
  const { folders } = await listFiles(library).catch(() => ({ folders: [''] }));
  await sweepTemporary([...folders.map((folder) => join(library, folder)), journals], now);
}

/** Makes a pool over as many threads as help on this machine, and one for urgent jobs where somebody types. */
export function makePool(
  worker: string,
  reportDefect: ReportDefect,
  hasUrgentThread: boolean,
): Runner<ModelJobs> {
  const threads = usefulThreads(availableParallelism());
  return createPool<ModelJobs>({ worker, threads, hasUrgentThread, reportDefect });
}

/**
 * Says how many threads to compute on: one core is left to the window, but two cores are both used, since the window
 * waits most of the time and half of the machine would otherwise stand idle.
 */
export function usefulThreads(cores: number): number {
  return Math.max(Math.min(cores, 2), cores - 1);
}
