import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { readKeys } from '#shared/contract/line-keys.ts';
import { decodeCall, encodeLine, type LineCall } from '#shared/contract/line-messages.ts';
import { loopback } from '#shared/contract/loopback.ts';
import { loopbackHost } from '../../../renderer/host/loopback-host.ts';
import { takeToken } from '../../../renderer/host/token.ts';
import { pageAt } from '../../support/page-sockets.ts';

/** A stand-in for the host, with real sockets: does with each call what it is told, and keeps what it was asked. */
async function network(answer: (socket: WebSocket, call: LineCall) => void, port = 0) {
  const asked: { readonly name: unknown; readonly input: unknown; readonly token: string }[] = [];
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port,
    path: loopback.linePath,
    handleProtocols: () => loopback.protocol,
  });
  server.on('connection', (socket, request) => {
    const { token } = readKeys(request.headers['sec-websocket-protocol']);
    socket.on('message', (data) => {
      const call = decodeCall(Buffer.isBuffer(data) ? data : Buffer.alloc(0));
      if (!call.ok) throw new Error(call.error);
      asked.push({ name: call.value.name, input: call.value.input, token });
      answer(socket, call.value);
    });
  });
  await new Promise((listening) => server.once('listening', listening));
  const kill = (): void => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  };
  onTestFinished(kill);
  const at = (server.address() as AddressInfo).port;
  pageAt(at);
  return {
    asked,
    port: at,
    kill,
    send: (event: string, payload: unknown) => {
      for (const socket of server.clients) socket.send(encodeLine({ event, payload }));
    },
  };
}

describe('the loopback host', () => {
  it('asks with the token and gives back what was answered, arrays and all', async () => {
    const answer = { ok: true, value: { values: Float64Array.from([1, Number.NaN]) } };
    const { asked } = await network((socket, { call }) => socket.send(encodeLine({ call, reply: answer })));
    const host = loopbackHost(() => 'secret', 'session-1');
    expect(await host.call('scenario.list', {})).toEqual(answer);
    expect(asked).toEqual([{ name: 'scenario.list', input: {}, token: 'secret' }]);
  });

  it.each([
    ['a line that ends', (socket: WebSocket) => socket.close(1011)],
    ['a line that breaks', (socket: WebSocket) => socket.terminate()],
    ['nonsense', (socket: WebSocket) => socket.send(new Uint8Array([1, 2]))],
    ['text', (socket: WebSocket) => socket.send('{}')],
  ])('turns %s into a fault instead of throwing', async (_, answer) => {
    await network(answer);
    const reply = await loopbackHost(() => 't', 's').call('app.describe', {});
    expect(reply).toMatchObject({ ok: false, error: { kind: 'internal' } });
  });

  it('turns a dead host into a fault, and a token that no line can carry', async () => {
    const { kill } = await network(() => undefined);
    const reply = await loopbackHost(() => 'not a token', 's').call('app.describe', {});
    expect(reply).toMatchObject({ ok: false, error: { kind: 'internal' } });
    kill();
    const host = loopbackHost(() => 't', 's');
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await host.call('app.describe', {})).toMatchObject({ ok: false, error: { kind: 'internal' } });
    }
  });

  it('passes events on to those who listen, until they stop', async () => {
    const { send } = await network((socket, { call }) => socket.send(encodeLine({ call, reply: null })));
    const host = loopbackHost(() => 't', 's');
    const heard: string[] = [];
    const stop = host.on('scenario.changed', ({ id }) => heard.push(id));
    await host.call('app.describe', {});
    send('scenario.changed', { id: 'a', revision: null });
    await vi.waitFor(() => expect(heard).toEqual(['a']));
    stop();
    send('scenario.changed', { id: 'b', revision: null });
    send('library.changed', { reason: 'added' });
    await host.call('app.describe', {});
    expect(heard).toEqual(['a']);
  });
});

describe('takeToken', () => {
  it('takes the token out of the address and keeps it for a reload', () => {
    const kept = new Map<string, string>();
    const replaced: string[] = [];
    const page = (hash: string) =>
      ({
        location: { hash, pathname: '/', search: '' },
        history: { replaceState: (_: unknown, __: string, url: string) => replaced.push(url) },
        sessionStorage: { getItem: (key: string) => kept.get(key) ?? null, setItem: kept.set.bind(kept) },
      }) as unknown as Window;
    expect(takeToken(page('#token=abc'))).toBe('abc');
    expect(replaced).toEqual(['/']);
    expect(takeToken(page(''))).toBe('abc');
  });
});
