import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Host } from '#shared/contract/host.ts';
import { createInlineRunner } from '../../../electron/engine/inline.ts';
import { createModelPerformers } from '../../../electron/engine/model-performers.ts';
import { browserShell } from '../../../electron/loopback/browser-shell.ts';
import { assembleService } from '../../../electron/service/assemble.ts';
import { findPlaces, type Places } from '../../../electron/service/places.ts';
import type { Service } from '../../../electron/service/service.ts';
import { createStores, type Stores } from '../../../renderer/state/stores.ts';
import { eventHub } from '../../contract/suite.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A window without a screen: the stores of the page over the real program, in one process. */
export interface HeadlessWindow {
  readonly stores: Stores;
  readonly host: Host;
  /** Goes as a window that crashes: without a word to anyone. */
  readonly crash: () => void;
}

/** How to close every window that is still open; one that has gone must leave nothing behind, here either. */
const openWindows = new Set<() => void>();

/** Places of a program of its own for one test. */
export async function ownPlaces(): Promise<Places> {
  const home = await temporaryFolder();
  const library = join(home, 'library');
  await mkdir(library);
  return findPlaces(home, { library, memory: join(home, 'memory') }, {});
}

/** Starts the program over its places. */
export async function startService(places: Places): Promise<Service> {
  const service = await assembleService({
    version: '0.0.0',
    places,
    library: places.library,
    makeRunner: (report) => createInlineRunner(createModelPerformers(), report),
  });
  if (!service.ok) throw new Error(JSON.stringify(service.error));
  onTestFinished(() => {
    for (const crash of openWindows) crash();
    return service.value.close();
  });
  return service.value;
}

/** Opens a window on a running program. */
export function openWindow(service: Service): HeadlessWindow {
  const { hear, on } = eventHub();
  const session = service.openSession(browserShell(), hear);
  const host: Host = { call: async (name, input) => (await session.dispatch(name, input)) as never, on };
  const stores = createStores(host, () => ({
    onmessage: null,
    postMessage: () => undefined,
    terminate: () => undefined,
  }));
  const crash = (): void => {
    openWindows.delete(crash);
    stores.stop();
    session.close();
  };
  openWindows.add(crash);
  return { stores, host, crash };
}
