import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loopback } from '#shared/contract/loopback.ts';
import { pageHeaders } from '../service/content-policy.ts';
import { findPageFile } from '../service/page-files.ts';
import type { Service } from '../service/service.ts';
import { createGuard, type Guard } from './guard.ts';
import { acceptLines } from './lines.ts';
import { createPageSessions } from './page-sessions.ts';

/** A host of the workbench for a browser on this machine. */
export interface LoopbackServer {
  /** With the token in its fragment, which no server and no log ever sees. */
  readonly address: string;
  readonly port: number;
  readonly token: string;
  readonly close: () => Promise<void>;
}

/** What a host is made of. */
export interface LoopbackParts {
  readonly service: Service;
  /** Folder of the built page. */
  readonly page: string;
  /** 0 for any free port. */
  readonly port: number;
  /** How long a client may take to say what it wants; shorter in tests. */
  readonly patienceMilliseconds?: number;
}

const usualPatienceMilliseconds = 20_000;
/** Far more than the pages of one person need, and few enough that idle strangers cannot use up the process. */
const connectionLimit = 256;

/** Starts a host on the loopback interface; rejects when the port is taken. */
export async function startLoopback(parts: LoopbackParts): Promise<LoopbackServer> {
  const { service, page, port: wanted, patienceMilliseconds = usualPatienceMilliseconds } = parts;
  const server = createServer({
    headersTimeout: patienceMilliseconds,
    requestTimeout: patienceMilliseconds,
    // Node looks for slow clients only this often.
    connectionsCheckingInterval: patienceMilliseconds / 4,
    maxHeaderSize: 16 * 1024,
  });
  server.maxConnections = connectionLimit;
  const port = await listen(server, wanted);
  const guard = createGuard(port, () => performance.now());
  const sessions = createPageSessions(service);
  const lines = acceptLines(server, guard, sessions);
  server.on('request', (request, response) => {
    answer(request, response, guard, page).catch(() => response.destroy());
  });
  return {
    address: `http://127.0.0.1:${port}/#token=${guard.token}`,
    port,
    token: guard.token,
    close: () =>
      new Promise((resolve) => {
        sessions.closeAll();
        server.close(() => resolve());
        lines.close();
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  guard: Guard,
  page: string,
): Promise<void> {
  const foreign = guard.checkOrigin(request.headers);
  if (foreign !== null) return refuse(response, foreign.status, foreign.message);
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (pathname === loopback.linePath) return answerKnock(request, response, guard);
  return answerFile(request, response, page, pathname);
}

/** Says whether a line would be let in: a page whose socket is refused is not told why. */
function answerKnock(request: IncomingMessage, response: ServerResponse, guard: Guard): void {
  const stranger = guard.checkToken(request.headers);
  if (stranger !== null) refuse(response, stranger.status, stranger.message);
  else if (request.method !== 'GET') refuse(response, 405, 'A line is opened by a socket.');
  else response.writeHead(204, { ...pageHeaders, 'cache-control': 'no-store' }).end();
}

async function answerFile(
  request: IncomingMessage,
  response: ServerResponse,
  page: string,
  path: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, 'Only files are here.');
  const file = await findPageFile(page, path);
  if (file === null) return refuse(response, 404, 'There is no such file.');
  response.writeHead(200, { ...file.headers, 'content-length': file.bytes.length });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, {
    ...pageHeaders,
    'content-type': 'text/plain; charset=utf-8',
    connection: 'close',
  });
  response.end(`${message}\n`);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, () => resolve((server.address() as AddressInfo).port));
  });
}
