import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loopback } from '#shared/contract/loopback.ts';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';
import { pageHeaders } from '../service/content-policy.ts';
import { findPageFile } from '../service/page-files.ts';
import type { Service } from '../service/service.ts';
import { createGuard, type Guard } from './guard.ts';
import { createPageSessions, type PageSessions } from './page-sessions.ts';
import { readBody } from './read-body.ts';

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
  server.on('request', (request, response) => {
    answer(request, response, { guard, sessions, page }).catch(() => response.destroy());
  });
  return {
    address: `http://127.0.0.1:${port}/#token=${guard.token}`,
    port,
    token: guard.token,
    close: () =>
      new Promise((resolve) => {
        sessions.closeAll();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Host {
  readonly guard: Guard;
  readonly sessions: PageSessions;
  readonly page: string;
}

async function answer(request: IncomingMessage, response: ServerResponse, host: Host): Promise<void> {
  const foreign = host.guard.checkOrigin(request.headers);
  if (foreign !== null) return refuse(response, foreign.status, foreign.message);
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (pathname === loopback.callPath || pathname === loopback.eventsPath) {
    const stranger = host.guard.checkToken(request.headers);
    if (stranger !== null) return refuse(response, stranger.status, stranger.message);
    const id = request.headers[loopback.sessionHeader];
    if (typeof id !== 'string' || !loopback.sessionPattern.test(id)) {
      return refuse(response, 400, 'A page must name its session.');
    }
    return pathname === loopback.callPath
      ? answerCall(request, response, host.sessions, id)
      : answerEvents(request, response, host.sessions, id);
  }
  return answerFile(request, response, host.page, pathname);
}

async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  sessions: PageSessions,
  id: string,
): Promise<void> {
  if (request.method !== 'POST') return refuse(response, 405, 'Calls are posted.');
  const body = await readBody(request, loopback.bodyLimit);
  if (body === null) return refuse(response, 413, 'The call is too large.');
  const message = decodeWire(body);
  if (!message.ok) return refuse(response, 400, 'The call cannot be read.');
  const session = sessions.of(id);
  if (session === null) return refuse(response, 503, 'Too many pages are open. Close some.');
  const { name, input } = Object(message.value) as { readonly name?: unknown; readonly input?: unknown };
  const reply = encodeWire(await session.dispatch(name, input));
  response.writeHead(200, { 'content-type': loopback.contentType, 'cache-control': 'no-store' });
  response.end(reply);
}

function answerEvents(
  request: IncomingMessage,
  response: ServerResponse,
  sessions: PageSessions,
  id: string,
): void {
  if (request.method !== 'GET') {
    refuse(response, 405, 'Events are got.');
  } else if (!sessions.stream(id, response)) {
    refuse(response, 503, 'Too many pages are open. Close some.');
  } else {
    response.writeHead(200, { 'content-type': loopback.contentType, 'cache-control': 'no-store' });
    response.flushHeaders();
  }
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
