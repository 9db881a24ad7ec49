import { mkdir, writeFile } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loopback } from '#shared/contract/loopback.ts';
import { encodeWire } from '#shared/contract/wire.ts';
import { type LoopbackServer, startLoopback } from '../../../electron/loopback/server.ts';
import { realService } from '../../contract/real-service.ts';
import { lineHeaders, openRawLine, tryLine } from '../../support/raw-line.ts';

async function server(): Promise<LoopbackServer> {
  const { service, places } = await realService();
  await mkdir(join(places.page, 'assets'), { recursive: true });
  await writeFile(join(places.page, 'index.html'), '<!doctype html><title>Offtake</title>');
  await writeFile(join(places.page, 'assets', 'index-abc.js'), 'export {}');
  await writeFile(join(places.page, '..', 'secret.js'), 'secret');
  const started = await startLoopback({ service, page: places.page, port: 0 });
  onTestFinished(() => started.close());
  return started;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Sends a request as it stands, headers that a browser would not let a page set included. */
function send(
  { port }: LoopbackServer,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent: ClientRequest = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}

const described = { ok: true, value: { door: 'browser' } };

/** What a page sends when it asks, without a socket, whether a line would be let in. */
function keys({ token }: LoopbackServer): Record<string, string> {
  return { [loopback.tokenHeader]: token };
}

describe('loopback server', () => {
  it('serves the page with a strict content policy and without being framed or sniffed', async () => {
    const host = await server();
    const page = await send(host, '/');
    expect(page.status).toBe(200);
    expect(page.body.toString()).toContain('Offtake');
    const policy = page.headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('keeps hashed files for ever and asks again for the page', async () => {
    const host = await server();
    expect((await send(host, '/')).headers['cache-control']).toBe('no-cache');
    expect((await send(host, '/assets/index-abc.js')).headers['cache-control']).toContain('immutable');
  });

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/assets/..%5c..%5csecret.js',
    '/%00.js',
    '/%zz',
    '/.env',
    '/nothing.js',
  ])('has no file %s', async (path) => {
    const { status, body } = await send(await server(), path);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain('secret');
  });

  it('answers a call with the token', async () => {
    const line = await openRawLine(await server());
    expect(await line.ask('app.describe', {})).toMatchObject(described);
  });

  it('says without a socket whether a line would be let in, and nothing else', async () => {
    const host = await server();
    const { status, body } = await send(host, loopback.linePath, keys(host));
    expect([status, body.length]).toEqual([204, 0]);
    expect((await send(host, loopback.linePath, keys(host), 'POST')).status).toBe(405);
  });

  it.each([
    ['no token', ''],
    ['an empty token', 'offtake, token., session.test-session'],
    ['a wrong token', `offtake, token.${'x'.repeat(43)}, session.test-session`],
    ['a token in the wrong place', 'offtake, session.TOKEN'],
    ['a token under another name', 'offtake, TOKEN, session.test-session'],
  ])('refuses a line with %s', async (_, offered) => {
    const host = await server();
    const headers = {
      ...lineHeaders(host),
      'sec-websocket-protocol': offered.replace('TOKEN', host.token),
    };
    expect(await tryLine(host, headers)).toBe(401);
  });

  it.each([
    ['no token', {}],
    ['an empty token', { [loopback.tokenHeader]: '' }],
    ['a wrong token', { [loopback.tokenHeader]: 'x'.repeat(43) }],
    ['a token in the wrong place', { authorization: 'Bearer TOKEN', cookie: 'token=TOKEN' }],
  ])('does not say that a line would be let in with %s', async (_, given) => {
    const host = await server();
    const headers = Object.entries(given).map(([name, value]) => [name, value.replace('TOKEN', host.token)]);
    expect((await send(host, loopback.linePath, Object.fromEntries(headers))).status).toBe(401);
  });

  it('does not take the token from the address', async () => {
    const host = await server();
    const headers = { ...lineHeaders(host), 'sec-websocket-protocol': 'offtake, session.test-session' };
    const path = `${loopback.linePath}?token=${host.token}`;
    expect(await tryLine(host, headers, path)).toBe(401);
    expect((await send(host, path)).status).toBe(401);
  });

  it('opens a line at its own place alone', async () => {
    const host = await server();
    for (const path of ['/', '/index.html', '/line/', '/lines', '//line', 'http://[']) {
      expect(await tryLine(host, lineHeaders(host), path), path).toBe(404);
    }
  });

  it.each([
    ['a rebound host name', { host: 'evil.example' }],
    ['a rebound host name with the port', { host: 'evil.example:PORT' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['an origin without a name', { origin: 'null' }],
    ['another local program', { origin: 'http://127.0.0.1:1' }],
    ['the same host over another scheme', { origin: 'https://127.0.0.1:PORT' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['a page of another port', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }],
  ])('refuses %s for lines and files, even with the token', async (_, foreign) => {
    const host = await server();
    const entries = Object.entries(foreign).map(([name, value]) => [
      name,
      value.replace('PORT', String(host.port)),
    ]);
    const headers: Record<string, string> = Object.fromEntries(entries);
    expect(await tryLine(host, { ...lineHeaders(host), ...headers })).toBe(403);
    expect((await send(host, loopback.linePath, { ...keys(host), ...headers })).status).toBe(403);
    expect((await send(host, '/', { ...keys(host), ...headers })).status).toBe(403);
  });

  it('opens no line for who does not say from where, as every browser does', async () => {
    const host = await server();
    const { origin: _, ...headers } = lineHeaders(host);
    expect(await tryLine(host, headers)).toBe(403);
  });

  it('takes its own origin by either of its names', async () => {
    const host = await server();
    for (const name of ['127.0.0.1', 'localhost']) {
      const own = {
        host: `${name}:${host.port}`,
        origin: `http://${name}:${host.port}`,
        'sec-fetch-site': 'same-origin',
      };
      expect(await tryLine(host, { ...lineHeaders(host), ...own })).toBe(101);
      expect((await send(host, loopback.linePath, { ...keys(host), ...own })).status).toBe(204);
    }
  });

  it('answers no preflight, so that no other page can even ask', async () => {
    const host = await server();
    const preflight = {
      'access-control-request-method': 'GET',
      'access-control-request-headers': loopback.tokenHeader,
    };
    for (const path of ['/', loopback.linePath]) {
      const { status, headers } = await send(host, path, { ...keys(host), ...preflight }, 'OPTIONS');
      expect(status).toBe(405);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('takes a message up to the limit, and none beyond it, in one piece or in many', async () => {
    const host = await server();
    const whole = await openRawLine(host, 'in-one-piece');
    whole.socket.send(new Uint8Array(loopback.messageLimit + 1));
    expect(await whole.closed).toBe(1009);
    const cut = await openRawLine(host, 'in-many-pieces');
    const piece = new Uint8Array(loopback.messageLimit / 8);
    for (let turn = 0; turn < 9; turn += 1) cut.socket.send(piece, { fin: turn === 8 });
    expect(await cut.closed).toBe(1009);
    const line = await openRawLine(host);
    const filled = encodeWire({ call: 1, name: 'no.such.call', input: new Uint8Array(0) }).length;
    line.socket.send(
      encodeWire({
        call: 1,
        name: 'no.such.call',
        input: new Uint8Array(loopback.messageLimit - filled - 64),
      }),
    );
    await expect
      .poll(() => line.news, { timeout: 20_000 })
      .toMatchObject([{ call: 1, reply: { ok: false } }]);
    expect(await line.ask('app.describe', {})).toMatchObject(described);
  });

  it.each([
    ['bytes that are no message', new Uint8Array([1, 2, 3]), loopback.closes.unreadable],
    ['a message that is no call', encodeWire('hello'), loopback.closes.unreadable],
    ['a call without a number', encodeWire({ name: 'app.describe', input: {} }), loopback.closes.unreadable],
    ['text', '{"call":1,"name":"app.describe","input":{}}', 1003],
  ])('ends a line on which comes %s, and no other', async (_, message, code) => {
    const host = await server();
    const other = await openRawLine(host, 'another-page');
    const line = await openRawLine(host);
    line.socket.send(message);
    expect(await line.closed).toBe(code);
    expect(line.news).toEqual([]);
    expect(await other.ask('app.describe', {})).toMatchObject(described);
  });

  it.each(['', 'short', 'x'.repeat(65), 'with_underscore'])('refuses the session id %j', async (id) => {
    const host = await server();
    expect(await tryLine(host, lineHeaders(host, id))).toBe(400);
  });

  it('slows guessing down without locking the owner out', async () => {
    const host = await server();
    const guess = lineHeaders({ port: host.port, token: 'guess' });
    const statuses: number[] = [];
    for (let turn = 0; turn < 25; turn += 1) statuses.push(await tryLine(host, guess));
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401));
    expect(statuses.slice(20)).toEqual(Array.from({ length: 5 }, () => 429));
    expect((await send(host, loopback.linePath, { [loopback.tokenHeader]: 'guess' })).status).toBe(429);
    expect(await tryLine(host, lineHeaders(host))).toBe(101);
  });

  it('goes on serving while a client sends nothing', async () => {
    const host = await server();
    const idle = connect(host.port, '127.0.0.1');
    onTestFinished(() => {
      idle.destroy();
    });
    idle.write('GET /line HTTP/1.1\r\nHost: 127');
    expect(await (await openRawLine(host)).ask('app.describe', {})).toMatchObject(described);
  });

  it('ends while lines are open, half open or being opened, and waits for nobody', async () => {
    const { service, places } = await realService();
    const host = await startLoopback({ service, page: places.page, port: 0 });
    const line = await openRawLine(host, 'an-open-line');
    const deaf = await openRawLine(host, 'a-deaf-client');
    deaf.socket.pause();
    deaf.socket.send(new Uint8Array([1]));
    const half = await openRawLine(host, 'half-a-request');
    half.socket.send(new Uint8Array([1]), { fin: false });
    const begun = connect(host.port, '127.0.0.1');
    begun.on('error', () => undefined);
    begun.write('GET /line HTTP/1.1\r\n');
    await line.ask('app.describe', {});
    const gone = new Promise((resolve) => begun.on('close', resolve));
    await host.close();
    expect(await Promise.all([line.closed, half.closed])).toEqual([1006, 1006]);
    await gone;
    await expect(openRawLine(host)).rejects.toThrow(/ECONNREFUSED/);
  });

  it('listens on the loopback interface alone', async () => {
    const host = await server();
    const { networkInterfaces } = await import('node:os');
    const outer = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .find((one) => !one.internal && one.family === 'IPv4');
    // A machine without a network has no other interface to try.
    if (outer === undefined) return;
    const refused = new Promise<string>((resolve) => {
      const socket = connect({ host: outer.address, port: host.port });
      socket.on('connect', () => resolve('connected'));
      socket.on('error', () => resolve('refused'));
    });
    expect(await refused).toBe('refused');
  });

  it('says so when its port is taken', async () => {
    const host = await server();
    const { service, places } = await realService();
    await expect(startLoopback({ service, page: places.page, port: host.port })).rejects.toThrow(
      /EADDRINUSE/,
    );
  });
});
