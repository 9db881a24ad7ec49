import { type Bridge, bridgeName } from '#shared/contract/bridge.ts';
import type { Host } from '#shared/contract/host.ts';
import { bridgeHost } from './bridge-host.ts';
import { loopbackHost } from './loopback-host.ts';
import { takeToken } from './token.ts';

/** Finds the door this page stands behind: the bridge if the preload put one there, otherwise the browser host. */
export function chooseHost(page: Window): Host {
  const bridge: unknown = Reflect.get(page, bridgeName);
  if (isBridge(bridge)) return bridgeHost(bridge);
  let token = takeToken(page);
  // A host that was started anew on the same port has another token; opening its address in this tab lets the page go on.
  page.addEventListener('hashchange', () => {
    token = takeToken(page);
  });
  return loopbackHost(() => token, crypto.randomUUID());
}

function isBridge(value: unknown): value is Bridge {
  return typeof value === 'object' && value !== null && 'call' in value && 'on' in value;
}
