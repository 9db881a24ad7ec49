import { loopback } from './loopback.ts';

/** What a page shows to be let in. */
export interface LineKeys {
  readonly token: string;
  /** Names the page, so that it finds its session again after its line broke. */
  readonly session: string;
}

const tokenPrefix = 'token.';
const sessionPrefix = 'session.';

/**
 * Gives the subprotocols a page offers when it opens its line. They are the one thing a page can say with the request
 * itself and outside of its address, which gets into logs.
 */
export function offerKeys({ token, session }: LineKeys): string[] {
  return [loopback.protocol, tokenPrefix + token, sessionPrefix + session];
}

/** Reads what was offered, from the header that lists it; what is missing is empty. */
export function readKeys(offered = ''): LineKeys {
  const words = offered.split(',').map((word) => word.trim());
  const after = (prefix: string): string =>
    words.find((word) => word.startsWith(prefix))?.slice(prefix.length) ?? '';
  return { token: after(tokenPrefix), session: after(sessionPrefix) };
}
