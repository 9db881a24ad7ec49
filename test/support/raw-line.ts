import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { offerKeys } from '#shared/contract/line-keys.ts';
import { decodeNews, encodeLine, type LineNews } from '#shared/contract/line-messages.ts';
import { loopback } from '#shared/contract/loopback.ts';
import { createReceivedNumbers } from '#shared/contract/repeated-numbers.ts';

/** Where a host is and what opens it. */
export interface HostPlace {
  readonly port: number;
  readonly token: string;
}

/** A line of a page to a host, message by message. */
export interface RawLine {
  readonly socket: WebSocket;
  /** All that has come down so far. */
  readonly news: readonly LineNews[];
  readonly ask: (name: string, input: unknown) => Promise<unknown>;
  /** The code with which it ended. */
  readonly closed: Promise<number>;
}

/** Headers with which a page of the host's own asks for a line. */
export function lineHeaders({ port, token }: HostPlace, session = 'test-session'): Record<string, string> {
  return {
    origin: `http://127.0.0.1:${port}`,
    'sec-websocket-protocol': offerKeys({ token, session }).join(', '),
  };
}

/** Asks for a line with headers as they stand; gives the status, 101 for one that is let in. */
export function tryLine(
  { port }: Pick<HostPlace, 'port'>,
  headers: Readonly<Record<string, string>>,
  path: string = loopback.linePath,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({
      host: '127.0.0.1',
      port,
      path,
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
        ...headers,
      },
    });
    sent.on('upgrade', (_, socket) => {
      socket.destroy();
      resolve(101);
    });
    sent.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Opens a line as a page does. */
export async function openRawLine(place: HostPlace, session = 'test-session'): Promise<RawLine> {
  const socket = new WebSocket(
    `ws://127.0.0.1:${place.port}${loopback.linePath}`,
    offerKeys({ token: place.token, session }),
    { origin: `http://127.0.0.1:${place.port}`, maxPayload: 0 },
  );
  onTestFinished(() => socket.terminate());
  const news: LineNews[] = [];
  const waiting = new Map<number, (reply: unknown) => void>();
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  const numbers = createReceivedNumbers();
  socket.on('message', (data) => {
    const decoded = decodeNews(Buffer.isBuffer(data) ? data : Buffer.alloc(0), { numbers });
    if (!decoded.ok) throw new Error(decoded.error);
    news.push(decoded.value);
    if ('call' in decoded.value) waiting.get(decoded.value.call)?.(decoded.value.reply);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  // What breaks an open line is told by the code with which it ends.
  socket.on('error', () => undefined);
  let lastCall = 0;
  return {
    socket,
    news,
    closed,
    ask: (name, input) =>
      new Promise((resolve) => {
        lastCall += 1;
        waiting.set(lastCall, resolve);
        socket.send(encodeLine({ call: lastCall, name, input }));
      }),
  };
}
