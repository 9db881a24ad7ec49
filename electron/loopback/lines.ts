import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { readKeys } from '#shared/contract/line-keys.ts';
import { decodeCall, encodeLine } from '#shared/contract/line-messages.ts';
import { loopback } from '#shared/contract/loopback.ts';
import { createSentNumbers, type SentNumbers } from '#shared/contract/repeated-numbers.ts';
import { createReceivedTexts, type ReceivedTexts } from '#shared/contract/repeated-texts.ts';
import type { Session } from '../service/service.ts';
import type { Guard } from './guard.ts';
import type { PageLine, PageSessions } from './page-sessions.ts';

/** The lines of all pages. */
export interface Lines {
  /** Cuts them off, without waiting for a word from the other end. */
  readonly close: () => void;
}

/** A page that does not read its events is cut off; it connects anew and asks for what it needs. */
const backlogLimitBytes = 32 * 1024 * 1024;
const unsupportedData = 1003;
const internalError = 1011;

/** Lets pages open their lines at a server, and answers what is asked on them. */
export function acceptLines(server: Server, guard: Guard, sessions: PageSessions): Lines {
  const sockets = new WebSocketServer({
    noServer: true,
    // Between two programs of one machine it would only take time.
    perMessageDeflate: false,
    maxPayload: loopback.messageLimit,
    handleProtocols: () => loopback.protocol,
  });
  server.on('upgrade', (request, socket, head) => {
    const refusal = refusalOf(request, guard);
    if (refusal !== null) return refuseUpgrade(socket, ...refusal);
    const { session } = readKeys(request.headers['sec-websocket-protocol']);
    sockets.handleUpgrade(request, socket, head, (line) => serve(line, session, sessions));
  });
  return {
    close: () => {
      for (const line of sockets.clients) line.terminate();
    },
  };
}

function refusalOf({ url = '/', headers }: IncomingMessage, guard: Guard): readonly [number, string] | null {
  if (url.split('?')[0] !== loopback.linePath) return [404, 'There is no line here.'];
  const stranger = guard.checkLine(headers);
  if (stranger !== null) return [stranger.status, stranger.message];
  const { session } = readKeys(headers['sec-websocket-protocol']);
  return loopback.sessionPattern.test(session) ? null : [400, 'A page must name its session.'];
}

/** Answers on the bare connection, as nothing else can once an upgrade was asked for. */
function refuseUpgrade(socket: Duplex, status: number, message: string): void {
  socket.on('error', () => undefined);
  socket.once('finish', () => socket.destroy());
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'connection: close',
    'content-type: text/plain; charset=utf-8',
    `content-length: ${Buffer.byteLength(message)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${message}`);
}

function serve(socket: WebSocket, id: string, sessions: PageSessions): void {
  // What breaks a line also closes it, and that is all there is to say of it.
  socket.on('error', () => undefined);
  const memory: LineMemory = { texts: createReceivedTexts(), numbers: createSentNumbers() };
  const line = lineOver(socket, memory);
  const session = sessions.join(id, line);
  if (session === null) {
    socket.close(loopback.closes.full, 'Too many pages are open.');
    return;
  }
  socket.on('close', () => sessions.leave(id, line));
  socket.on('message', (data, isBinary) => {
    // What comes in after the line was given up is nobody's.
    if (socket.readyState !== WebSocket.OPEN) return;
    if (isBinary && Buffer.isBuffer(data)) {
      answer(socket, session, data, memory).catch(() => socket.close(internalError));
    } else socket.close(unsupportedData, 'Messages are binary.');
  });
}

/** What came up a line and what went down it, as far as it is repeated. */
interface LineMemory {
  readonly texts: ReceivedTexts;
  readonly numbers: SentNumbers;
}

function lineOver(socket: WebSocket, { numbers }: LineMemory): PageLine {
  let waitingBytes = 0;
  return {
    tell: (event, payload) => {
      const bytes = encodeLine({ event, payload }, { numbers });
      // Only events are counted: an answer may be larger than any backlog, and was asked for.
      waitingBytes += bytes.length;
      socket.send(bytes, () => {
        waitingBytes -= bytes.length;
      });
      if (waitingBytes > backlogLimitBytes) socket.terminate();
    },
    giveWay: () => socket.close(loopback.closes.takenUp, 'Another line has come for this page.'),
  };
}

async function answer(
  socket: WebSocket,
  session: Session,
  bytes: Uint8Array,
  { texts, numbers }: LineMemory,
): Promise<void> {
  const message = decodeCall(bytes, { texts });
  if (!message.ok) return socket.close(loopback.closes.unreadable, 'The message is no call.');
  const { call, name, input } = message.value;
  const reply = await session.dispatch(name, input);
  // A page that has gone meanwhile, or come back on another line, no longer knows of this call.
  if (socket.readyState === WebSocket.OPEN) socket.send(encodeLine({ call, reply }, { numbers }));
}
