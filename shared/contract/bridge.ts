import type { Outcome } from '#shared/base/outcome.ts';
import type { Fault } from './fault.ts';
import type { EventName } from './host.ts';

/** Where the preload puts the bridge: `window.offtake`. */
export const bridgeName = 'offtake';

/** The two channels between preload and main: one to ask, one to be told. */
export const ipcChannels = { call: 'offtake:call', event: 'offtake:event' } as const;

/** What the preload exposes to the page, and all it ever will: one way to ask and one way to listen. */
export interface Bridge {
  readonly call: (name: string, input: unknown) => Promise<Outcome<unknown, Fault>>;
  /** Calls back with the name and payload of every event until the returned function is called. */
  readonly on: (listener: (name: EventName, payload: unknown) => void) => () => void;
}
