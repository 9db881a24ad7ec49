import { basename } from 'node:path';
import { ok } from '#shared/base/outcome.ts';
import type { Handlers } from '#shared/contract/host.ts';
import { contractVersion } from '#shared/contract/version.ts';
import type { SessionContext } from './session-context.ts';

/** Makes the handler that tells a page which door it has; events flow from then on. */
export function describeHandlers(
  context: SessionContext,
  startEvents: () => void,
): Pick<Handlers, 'app.describe'> {
  return {
    'app.describe': async () => {
      startEvents();
      return ok({
        door: context.shell.door,
        version: context.version,
        contract: contractVersion,
        platform: process.platform,
        threads: context.runner.threads,
        can: context.shell.can,
        library: context.library().name,
        missingLibrary: nameOf(context.missingLibrary()),
      });
    },
  };
}

function nameOf(folder: string | null): string | null {
  return folder === null ? null : basename(folder);
}
