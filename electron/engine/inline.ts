import { setImmediate as nextTurn } from 'node:timers/promises';
import { fail } from '#shared/base/outcome.ts';
import { createDrawMemory } from './draw-memory.ts';
import type { JobName, JobReply, JobTable, Performers } from './job.ts';
import { brokenFault, cancelled } from './run-fault.ts';
import type { ReportDefect, Runner, RunOptions } from './runner.ts';
import { createStop } from './stop.ts';

/**
 * Makes a runner in this thread, for the command line and for small jobs: nothing to start, but a job under way holds up
 * everything else, so a limit in time cannot be kept.
 */
export function createInlineRunner<J extends JobTable>(
  performers: Performers<J>,
  reportDefect: ReportDefect,
  memory = createDrawMemory(),
): Runner<J> {
  const closing = createStop();

  async function run<K extends JobName<J>>(
    name: K,
    input: J[K]['input'],
    options: RunOptions = {},
  ): Promise<JobReply<J, K>> {
    // Lets a wish to stop that is already on its way arrive first.
    await nextTurn();
    const isCancelled = (): boolean => closing.isStopped() || (options.stop?.isStopped() ?? false);
    if (isCancelled()) return fail(options.stop?.reason() ?? cancelled);
    try {
      const report = (fraction: number): void => options.onProgress?.(fraction);
      return performers[name](structuredClone(input), { isCancelled, report });
    } catch (error) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return fail(brokenFault(reportDefect(name, stack)));
    }
  }

  return { threads: 1, hasUrgentThread: false, memory, run, close: async () => closing.stop() };
}
