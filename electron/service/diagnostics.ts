import { arch, availableParallelism, homedir, release, totalmem } from 'node:os';
import { ok } from '#shared/base/outcome.ts';
import type { Handlers } from '#shared/contract/host.ts';
import { contractVersion } from '#shared/contract/version.ts';
import type { SessionContext } from './session-context.ts';

const bytesPerGigabyte = 2 ** 30;

/** Makes the handler that gathers what a report of a fault should hold. */
export function diagnosticsHandlers(context: SessionContext): Pick<Handlers, 'app.diagnostics'> {
  return {
    'app.diagnostics': async () => {
      const files = await context.library().list();
      const state = [
        `${context.shell.door}, ${context.runner.threads} threads`,
        `${files.ok ? files.value.length : 'unreadable:'} files in the library, ${context.journal.held().length} with unsaved texts`,
      ];
      return ok({ text: diagnosticsText(context.version, state, context.readLog()) });
    },
  };
}

/** Writes what a report of a fault should hold: versions, the machine, lines on the state, the end of the log. */
export function diagnosticsText(version: string, state: readonly string[], log: string): string {
  const { electron, chrome, node } = process.versions as Partial<Record<string, string>>;
  const lines = [
    `Offtake ${version}, contract ${contractVersion}`,
    `${process.platform} ${release()} ${arch()}, Node ${node}`,
    ...(electron === undefined ? [] : [`Electron ${electron}, Chromium ${chrome}`]),
    `${availableParallelism()} cores, ${(totalmem() / bytesPerGigabyte).toFixed(1)} GB of memory`,
    ...state,
    '',
    'Last lines of the log:',
    log || '(empty)',
  ];
  // Names of people stand in the paths of their home folders.
  return `${lines.join('\n').replaceAll(homedir(), '~')}\n`;
}
