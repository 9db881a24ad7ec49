import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { ModelJobs } from '../engine/model-jobs.ts';
import { createPool } from '../engine/pool.ts';
import type { ReportDefect, Runner } from '../engine/runner.ts';
import { openLibrary } from '../storage/library.ts';
import { type Log, openLogFile } from '../storage/log-file.ts';
import { seedLibrary } from '../storage/seed-library.ts';
import { openSettingsFile } from '../storage/settings-file.ts';
import { keepLibrary } from './library-in-use.ts';
import type { Places } from './places.ts';
import { createService, type Service } from './service.ts';

/** What a door says about the application it wants. */
export interface Assembly {
  readonly version: string;
  readonly places: Places;
  /** Other than the pool over threads. */
  readonly makeRunner?: (reportDefect: ReportDefect) => Runner<ModelJobs>;
}

/** Puts the application together from its real parts: the library at its folder, seeded if empty, and a pool of threads. */
export async function assembleService({
  version,
  places,
  makeRunner,
}: Assembly): Promise<Outcome<Service, Fault>> {
  const log = openLogFile(places.log);
  await seedLibrary(places.library, places.shipped);
  const library = await openLibrary(places.library);
  if (!library.ok) return library;
  const reportDefect = defectReporter(log);
  const runner =
    makeRunner?.(reportDefect) ??
    createPool<ModelJobs>({
      worker: places.worker,
      threads: usefulThreads(availableParallelism()),
      reportDefect,
    });
  return ok(
    createService({
      version,
      runner,
      library: keepLibrary(library.value),
      settings: openSettingsFile(places.settings),
      newIncident,
      reportBug: ({ incident, call, error }) => log(`${incident} ${call}: ${stackOf(error)}`),
    }),
  );
}

/** Makes a reporter that writes defects to a log and names them. */
export function defectReporter(log: Log): ReportDefect {
  return (what, stack) => {
    const incident = newIncident();
    log(`${incident} job ${what}: ${stack}`);
    return incident;
  };
}

/**
 * Says how many threads to compute on: one core is left to the window, but two cores are both used, since the window
 * waits most of the time and half of the machine would otherwise stand idle.
 */
export function usefulThreads(cores: number): number {
  return Math.max(Math.min(cores, 2), cores - 1);
}

function newIncident(): string {
  return randomUUID().slice(0, 8);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
