import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, bridgeName, ipcChannels } from '#shared/contract/bridge.ts';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(ipcChannels.call, name, input),
  on: (listener) => {
    const hear = (_event: unknown, name: Parameters<typeof listener>[0], payload: unknown): void =>
      listener(name, payload);
    ipcRenderer.on(ipcChannels.event, hear);
    return () => {
      ipcRenderer.off(ipcChannels.event, hear);
    };
  },
};

contextBridge.exposeInMainWorld(bridgeName, bridge);
