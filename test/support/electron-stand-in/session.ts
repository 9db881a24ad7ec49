import type { Session } from 'electron';
import { type Instruction, instructions, tell } from './control.ts';
import { mustBeReady } from './gate.ts';

type BeforeRequest = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void;
type Permission = (contents: null, name: string, answer: (isAllowed: boolean) => void) => void;

let beforeRequest: BeforeRequest = (_details, answer) => answer({});
/** Electron grants everything until it is told otherwise. */
let onPermission: Permission = (_contents, _name, answer) => answer(true);

const defaultSession = {
  setPermissionRequestHandler: (handler: Parameters<Session['setPermissionRequestHandler']>[0]) => {
    if (handler !== null) onPermission = handler as unknown as Permission;
  },
  setPermissionCheckHandler: () => undefined,
  setDevicePermissionHandler: () => undefined,
  webRequest: {
    onBeforeRequest: (listener: BeforeRequest) => {
      beforeRequest = listener;
    },
  },
} satisfies Record<string, unknown> & { [K in keyof Partial<Session>]: unknown };

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
