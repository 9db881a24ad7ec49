import type { Host } from '#shared/contract/host.ts';
import { offerKeys } from '#shared/contract/line-keys.ts';
import { loopback } from '#shared/contract/loopback.ts';
import { createLine } from './line.ts';
import { createListeners } from './listeners.ts';

/** The machine behind the browser host that served this page. */
export function loopbackHost(token: () => string, session: string): Host {
  const listeners = createListeners();
  const line = createLine({
    open: () => new WebSocket(loopback.linePath, offerKeys({ token: token(), session })),
    knock: () => knock(token()),
    hear: listeners.emit,
  });
  return {
    async call(name, input) {
      return (await line.ask(name, input)) as never;
    },
    on: listeners.on,
  };
}

async function knock(token: string): Promise<string | null> {
  try {
    const response = await fetch(loopback.linePath, { headers: { [loopback.tokenHeader]: token } });
    return response.ok ? null : `it answered ${response.status} ${response.statusText}`;
  } catch (error) {
    return String(error);
  }
}
