import { ok } from '#shared/base/outcome.ts';
import type { Handlers } from '#shared/contract/host.ts';
import type { SessionContext } from './session-context.ts';

/** Makes the handlers of what the program remembers between runs. */
export function settingsHandlers(
  context: SessionContext,
): Pick<Handlers, 'settings.read' | 'settings.write'> {
  return {
    'settings.read': async () => ok({ settings: await context.settings.read() }),
    'settings.write': async ({ settings }) => {
      const written = await context.settings.write(settings);
      return written.ok ? ok({}) : written;
    },
  };
}
