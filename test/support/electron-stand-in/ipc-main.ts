import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { cloned } from './clone.ts';

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

const listeners = new Map<string, Listener>();

export const ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'> = {
  handle: (channel, listener) => {
    if (listeners.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    listeners.set(channel, listener);
  },
  removeHandler: (channel) => {
    listeners.delete(channel);
  },
};

/** Brings an invocation of the page to its handler and the answer back, copied both ways. */
export async function invoke(event: unknown, channel: string, args: readonly unknown[]): Promise<unknown> {
  const listener = listeners.get(channel);
  if (listener === undefined)
    throw new Error(`Error invoking remote method '${channel}': No handler registered for '${channel}'`);
  try {
    return cloned(await listener(event as IpcMainInvokeEvent, ...cloned([...args])));
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`);
  }
}
