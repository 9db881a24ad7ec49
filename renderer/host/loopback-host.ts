import type { Fault } from '#shared/contract/fault.ts';
import { createFrameReader } from '#shared/contract/frames.ts';
import type { Host } from '#shared/contract/host.ts';
import { loopback } from '#shared/contract/loopback.ts';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';
import { createListeners } from './listeners.ts';

const reconnectDelay = 1000;

/** The machine behind the browser host that served this page. */
export function loopbackHost(token: () => string, session: string): Host {
  const listeners = createListeners();
  const headers = () => ({ [loopback.tokenHeader]: token(), [loopback.sessionHeader]: session });
  void listen(headers, listeners.emit);
  return {
    async call(name, input) {
      return (await ask(headers(), encodeWire({ name, input }))) as never;
    },
    on: listeners.on,
  };
}

async function ask(headers: Record<string, string>, body: Uint8Array<ArrayBuffer>): Promise<unknown> {
  try {
    const response = await fetch(loopback.callPath, {
      method: 'POST',
      headers: { ...headers, 'content-type': loopback.contentType },
      body,
    });
    if (!response.ok) return unreachable(`it answered ${response.status} ${response.statusText}`);
    const reply = decodeWire(new Uint8Array(await response.arrayBuffer()));
    return reply.ok ? reply.value : unreachable(reply.error);
  } catch (error) {
    return unreachable(String(error));
  }
}

function unreachable(why: string): { readonly ok: false; readonly error: Fault } {
  return {
    ok: false,
    error: {
      kind: 'internal',
      message: `The browser host cannot be reached (${why}). Start it again with npm start and open the address it prints.`,
      incident: 'loopback',
    },
  };
}

/** Reads the stream of events for as long as the page lives; a broken stream is opened again. */
async function listen(
  headers: () => Record<string, string>,
  emit: (name: string, payload: unknown) => void,
): Promise<void> {
  for (let isAgain = false; ; isAgain = true) {
    try {
      const response = await fetch(loopback.eventsPath, { headers: headers() });
      // A host that was started anew sends events only to a page that has asked what it is connected to.
      if (response.ok && isAgain) void ask(headers(), encodeWire({ name: 'app.describe', input: {} }));
      if (response.ok && response.body) await drain(response.body, emit);
    } catch {
      // The host is gone or restarting; calls say so to the user, the stream only tries again.
    }
    await new Promise((resolve) => setTimeout(resolve, reconnectDelay));
  }
}

async function drain(
  body: ReadableStream<Uint8Array>,
  emit: (name: string, payload: unknown) => void,
): Promise<void> {
  const read = createFrameReader();
  const reader = body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    for (const message of read(piece.value)) {
      const decoded = decodeWire(message);
      if (decoded.ok && isEvent(decoded.value)) emit(decoded.value.name, decoded.value.payload);
    }
  }
}

function isEvent(value: unknown): value is { readonly name: string; readonly payload: unknown } {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}
