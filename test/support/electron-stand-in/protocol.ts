import type { CustomScheme, Protocol } from 'electron';
import { mustBeReady, mustNotBeReady } from './gate.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const privileged = new Set<string>();
const handlers = new Map<string, Handler>();

export const protocol: Pick<Protocol, 'registerSchemesAsPrivileged'> & {
  readonly handle: (scheme: string, handler: Handler) => void;
} = {
  registerSchemesAsPrivileged: (schemes: CustomScheme[]) => {
    mustNotBeReady('protocol.registerSchemesAsPrivileged');
    if (privileged.size > 0) throw new Error('registerSchemesAsPrivileged can be called only once');
    for (const { scheme, privileges } of schemes) {
      if (privileges?.standard !== true || privileges.secure !== true || privileges.bypassCSP === true) {
        throw new Error(
          `The scheme ${scheme} must be standard and secure, and must not bypass the content policy`,
        );
      }
      privileged.add(scheme);
    }
  },
  handle: (scheme, handler) => {
    mustBeReady('protocol.handle');
    if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} is handled already`);
    if (!privileged.has(scheme))
      throw new Error(`The scheme ${scheme} was not registered before the app was ready`);
    handlers.set(scheme, handler);
  },
};

/**
 * Chromium by itself takes only schemes it knows, so `app://offtake/x` is shown to it as `http://offtake.app.localhost/x`,
 * a name it treats as secure and never looks up.
 */
export function shownAs(address: string): string {
  return address.replace(/^([a-z]+):\/\/([^/]+)/, (whole, scheme: string, host: string) =>
    handlers.has(scheme) ? `http://${host}.${scheme}.localhost` : whole,
  );
}

/** Gives the address the app knows for one that Chromium shows. */
export function meantBy(address: string): string {
  return address.replace(/^http:\/\/([^/]+)\.([a-z]+)\.localhost/, '$2://$1');
}

/** Asks the app's own handler for an address; null where no scheme of the app fits. */
export async function answerFor(address: string, method: string): Promise<Response | null> {
  const handler = handlers.get(address.slice(0, address.indexOf(':')));
  return handler === undefined ? null : handler(new Request(address, { method }));
}
