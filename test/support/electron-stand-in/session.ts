import type { Session } from 'electron';
import { type Instruction, instructions, tell } from './control.ts';
import { mustBeReady } from './gate.ts';

type BeforeRequest = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void;
type Permission = (contents: null, name: string, answer: (isAllowed: boolean) => void) => void;

type Check = (contents: null, name: string) => boolean;
type Download = (event: { readonly preventDefault: () => void }) => void;

let onCheck: Check = () => true;
let onDevice = (): boolean => true;
let onDownload: Download = () => undefined;
let beforeRequest: BeforeRequest = (_details, answer) => answer({});
/** Electron grants everything until it is told otherwise. */
let onPermission: Permission = (_contents, _name, answer) => answer(true);

const defaultSession: Record<string, unknown> & { readonly webRequest: object } = {
  setPermissionRequestHandler: (handler: Parameters<Session['setPermissionRequestHandler']>[0]) => {
    if (handler !== null) onPermission = handler as unknown as Permission;
  },
  setPermissionCheckHandler: (handler: Parameters<Session['setPermissionCheckHandler']>[0]) => {
    if (handler !== null) onCheck = handler as unknown as Check;
  },
  setDevicePermissionHandler: (handler: Parameters<Session['setDevicePermissionHandler']>[0]) => {
    if (handler !== null) onDevice = handler as unknown as () => boolean;
  },
  setSpellCheckerEnabled: (isEnabled: boolean) => {
    tell({ kind: 'session', what: 'spell checker', isRefused: !isEnabled });
  },
  on: (event: string, listener: Download) => {
    if (event === 'will-download') onDownload = listener;
    return defaultSession;
  },
  webRequest: {
    onBeforeRequest: (listener: BeforeRequest) => {
      beforeRequest = listener;
    },
  },
};

export const session = {
  get defaultSession(): typeof defaultSession {
    mustBeReady('session.defaultSession');
    return defaultSession;
  },
};

instructions.on('permission', ({ name }: Extract<Instruction, { kind: 'permission' }>) => {
  onPermission(null, name, (isAllowed) => tell({ kind: 'permission', name, isAllowed }));
});

/** Asks the app whether a request may leave the page. */
export function mayRequest(url: string): Promise<boolean> {
  return new Promise((resolve) => beforeRequest({ url }, ({ cancel }) => resolve(cancel !== true)));
}

instructions.on('ask-session', () => {
  for (const name of ['media', 'geolocation', 'hid', 'clipboard-sanitized-write']) {
    tell({ kind: 'check', name, isAllowed: onCheck(null, name) });
  }
  tell({ kind: 'session', what: 'device', isRefused: !onDevice() });
  let isRefused = false;
  onDownload({
    preventDefault: () => {
      isRefused = true;
    },
  });
  tell({ kind: 'session', what: 'download', isRefused });
});
