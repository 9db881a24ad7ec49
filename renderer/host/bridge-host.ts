import type { Outcome } from '#shared/base/outcome.ts';
import type { Bridge } from '#shared/contract/bridge.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { EventName, Host } from '#shared/contract/host.ts';
import { createListeners } from './listeners.ts';

/** The machine behind the window's preload. */
export function bridgeHost(bridge: Bridge): Host {
  const listeners = createListeners();
  bridge.on((name: EventName, payload: unknown) => listeners.emit(name, payload));
  return {
    async call(name, input) {
      const reply: Outcome<unknown, Fault> = await bridge.call(name, input).catch((error: unknown) => ({
        ok: false,
        error: {
          kind: 'internal',
          message: `The window could not reach its main process: ${String(error)}. Restart Offtake.`,
          incident: 'bridge',
        },
      }));
      return reply as Awaited<ReturnType<Host['call']>> as never;
    },
    on: listeners.on,
  };
}
