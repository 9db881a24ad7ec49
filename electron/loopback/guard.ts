import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { readKeys } from '#shared/contract/line-keys.ts';
import { loopback } from '#shared/contract/loopback.ts';

/** Why a request is turned away, as a status and a sentence that gives nothing away. */
export interface Refusal {
  readonly status: 401 | 403 | 429;
  readonly message: string;
}

/** Decides who may speak to the host. */
export interface Guard {
  readonly token: string;
  /** For every request: the address it was sent to and the page it comes from must be ours. */
  readonly checkOrigin: (headers: IncomingHttpHeaders) => Refusal | null;
  /** For the question whether a line would be let in: the token made at the start as well. */
  readonly checkToken: (headers: IncomingHttpHeaders) => Refusal | null;
  /** For a line: all of that, the token among what is offered, and a page that says where it comes from. */
  readonly checkLine: (headers: IncomingHttpHeaders) => Refusal | null;
}

const tokenBytes = 32;
const failuresAllowed = 20;
const failureWindowMilliseconds = 60_000;

/** Makes a guard with a new token for a host on a port. */
export function createGuard(port: number, now: () => number): Guard {
  const token = randomBytes(tokenBytes).toString('base64url');
  const expected = digest(token);
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  let failures: number[] = [];

  function checkOrigin({
    host,
    origin,
    'sec-fetch-site': site,
    'sec-fetch-mode': mode,
  }: IncomingHttpHeaders): Refusal | null {
    // A foreign name that resolves to this machine (DNS rebinding) shows itself in the Host header.
    if (host === undefined || !hosts.has(host)) return { status: 403, message: 'Unknown host name.' };
    if (origin !== undefined && !hosts.has(origin.replace(/^http:\/\//, ''))) return foreignOrigin;
    // Following a link here from elsewhere is harmless; fetching anything for a page from elsewhere is not allowed.
    const isOurs = site === undefined || site === 'same-origin' || site === 'none' || mode === 'navigate';
    return isOurs ? null : foreignOrigin;
  }

  function compare(given: string): Refusal | null {
    // Both sides are hashed to the same length, so that the comparison takes the same time for any guess.
    if (timingSafeEqual(digest(given), expected)) return null;
    const moment = now();
    // No more are remembered than decide, so that a flood of guesses costs no more than one.
    failures = [...failures.slice(-failuresAllowed), moment];
    failures = failures.filter((time) => moment - time < failureWindowMilliseconds);
    return failures.length > failuresAllowed
      ? { status: 429, message: 'Too many wrong tokens. Wait a minute.' }
      : { status: 401, message: 'Open the address that was printed when Offtake started.' };
  }

  return {
    token,
    checkOrigin,
    checkToken: (headers) => compare(String(headers[loopback.tokenHeader] ?? '')),
    checkLine: (headers) => {
      // Every browser names the page a socket is for, and no rule of a browser keeps a foreign page from opening one.
      if (headers.origin === undefined) return foreignOrigin;
      return checkOrigin(headers) ?? compare(readKeys(headers['sec-websocket-protocol']).token);
    },
  };
}

const foreignOrigin: Refusal = { status: 403, message: 'Foreign origin.' };

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
