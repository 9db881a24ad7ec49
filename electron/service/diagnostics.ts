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
      const lines = [
        `Offtake ${context.version}, contract ${contractVersion}, ${context.shell.door}`,
        `${process.platform} ${release()} ${arch()}, Node ${process.versions.node}`,
        ...('electron' in process.versions
          ? [`Electron ${process.versions['electron']}, Chromium ${process.versions['chrome']}`]
          : []),
        `${availableParallelism()} cores, ${context.runner.threads} used, ${(totalmem() / bytesPerGigabyte).toFixed(1)} GB of memory`,
        `${files.ok ? files.value.length : 'unreadable:'} files in the library, ${context.journal.held().length} with unsaved texts`,
        '',
        'Last lines of the log:',
        context.readLog() || '(empty)',
      ];
      return ok({ text: `${withoutHome(lines.join('\n'))}\n` });
    },
  };
}

/** Names of people stand in the paths of their home folders. */
function withoutHome(text: string): string {
  return text.replaceAll(homedir(), '~');
}
