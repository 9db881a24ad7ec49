import { mkdir, writeFile } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loopback } from '#shared/contract/loopback.ts';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';
import { type LoopbackServer, startLoopback } from '../../../electron/loopback/server.ts';
import { realService } from '../../contract/real-service.ts';

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
  body?: Uint8Array,
  method = body === undefined ? 'GET' : 'POST',
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
    sent.end(body);
  });
}

const describeCall = encodeWire({ name: 'app.describe', input: {} });

function keys({ token }: LoopbackServer): Record<string, string> {
  return { [loopback.tokenHeader]: token, [loopback.sessionHeader]: 'test-session' };
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
    const host = await server();
    const { status, body } = await send(host, loopback.callPath, keys(host), describeCall);
    expect(status).toBe(200);
    expect(decodeWire(body)).toMatchObject({ ok: true, value: { ok: true, value: { door: 'browser' } } });
  });

  it.each([
    ['no token', {}],
    ['an empty token', { [loopback.tokenHeader]: '' }],
    ['a wrong token', { [loopback.tokenHeader]: 'x'.repeat(43) }],
    ['a token in the wrong place', { authorization: 'Bearer x', cookie: 'token=x' }],
  ])('refuses calls and events with %s', async (_, given) => {
    const host = await server();
    const headers: Record<string, string> = { [loopback.sessionHeader]: 'test-session', ...given };
    expect((await send(host, loopback.callPath, headers, describeCall)).status).toBe(401);
    expect((await send(host, loopback.eventsPath, headers)).status).toBe(401);
  });

  it('does not take the token from the address', async () => {
    const host = await server();
    const headers = { [loopback.sessionHeader]: 'test-session' };
    expect((await send(host, `${loopback.callPath}?token=${host.token}`, headers, describeCall)).status).toBe(
      401,
    );
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
  ])('refuses %s for calls, events and files, even with the token', async (_, foreign) => {
    const host = await server();
    const entries = Object.entries(foreign).map(([name, value]) => [
      name,
      value.replace('PORT', String(host.port)),
    ]);
    const headers: Record<string, string> = { ...keys(host), ...Object.fromEntries(entries) };
    expect((await send(host, loopback.callPath, headers, describeCall)).status).toBe(403);
    expect((await send(host, loopback.eventsPath, headers)).status).toBe(403);
    expect((await send(host, '/', headers)).status).toBe(403);
  });

  it('takes its own origin by either of its names', async () => {
    const host = await server();
    for (const name of ['127.0.0.1', 'localhost']) {
      const own = {
        host: `${name}:${host.port}`,
        origin: `http://${name}:${host.port}`,
        'sec-fetch-site': 'same-origin',
      };
      expect((await send(host, loopback.callPath, { ...keys(host), ...own }, describeCall)).status).toBe(200);
    }
  });

  it('answers no preflight, so that no other page can even ask', async () => {
    const host = await server();
    const preflight = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': loopback.tokenHeader,
    };
    for (const path of ['/', loopback.callPath]) {
      const { status, headers } = await send(
        host,
        path,
        { ...keys(host), ...preflight },
        undefined,
        'OPTIONS',
      );
      expect(status).toBe(405);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('refuses a body beyond the limit, stated or not', async () => {
    const host = await server();
    const large = new Uint8Array(loopback.bodyLimit + 1);
    const stated = await send(host, loopback.callPath, keys(host), large).catch(() => ({ status: 413 }));
    expect(stated.status).toBe(413);
    const chunked = { ...keys(host), 'transfer-encoding': 'chunked' };
    const streamed = await send(host, loopback.callPath, chunked, large).catch(() => ({ status: 413 }));
    expect(streamed.status).toBe(413);
    expect((await send(host, loopback.callPath, keys(host), describeCall)).status).toBe(200);
  });

  it.each([
    ['bytes that are no message', new Uint8Array([1, 2, 3]), 400],
    ['a message that is no call', encodeWire('hello'), 200],
  ])('survives %s', async (_, body, status) => {
    const host = await server();
    expect((await send(host, loopback.callPath, keys(host), body)).status).toBe(status);
    expect((await send(host, loopback.callPath, keys(host), describeCall)).status).toBe(200);
  });

  it.each(['', 'short', 'x'.repeat(65), 'with space in it'])('refuses the session id %j', async (id) => {
    const host = await server();
    const headers = { ...keys(host), [loopback.sessionHeader]: id };
    expect((await send(host, loopback.callPath, headers, describeCall)).status).toBe(400);
  });

  it('slows guessing down without locking the owner out', async () => {
    const host = await server();
    const guess = { ...keys(host), [loopback.tokenHeader]: 'guess' };
    const statuses: number[] = [];
    for (let turn = 0; turn < 25; turn += 1) {
      statuses.push((await send(host, loopback.callPath, guess, describeCall)).status);
    }
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401));
    expect(statuses.slice(20)).toEqual(Array.from({ length: 5 }, () => 429));
    expect((await send(host, loopback.callPath, keys(host), describeCall)).status).toBe(200);
  });

  it('goes on serving while a client sends nothing', async () => {
    const host = await server();
    const idle = connect(host.port, '127.0.0.1');
    onTestFinished(() => {
      idle.destroy();
    });
    idle.write('POST /call HTTP/1.1\r\nHost: 127');
    expect((await send(host, loopback.callPath, keys(host), describeCall)).status).toBe(200);
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
