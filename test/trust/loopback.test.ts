import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loopback } from '#shared/contract/loopback.ts';
import { type LoopbackServer, startLoopback } from '../../electron/loopback/server.ts';
import { lineHeaders, openRawLine, tryLine } from '../support/raw-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { watchChild } from './support/child.ts';
import { times, tried } from './support/tried.ts';
import { ownPlaces, startService } from './support/window.ts';

const patienceMilliseconds = 600;

async function host(patience = patienceMilliseconds): Promise<LoopbackServer> {
  const places = await ownPlaces();
  await mkdir(places.page, { recursive: true });
  await writeFile(join(places.page, 'index.html'), '<!doctype html><title>Offtake</title>');
  const server = await startLoopback({
    service: await startService(places),
    page: places.page,
    port: 0,
    patienceMilliseconds: patience,
  });
  onTestFinished(() => server.close());
  return server;
}

/** Asks as a page does that opens for this one question; null when it finds no way in or gets no answer. */
async function ask(
  place: Pick<LoopbackServer, 'port' | 'token'>,
  name: string,
  input: unknown,
): Promise<unknown> {
  const line = await openRawLine(place, 'trusted-page').catch(() => null);
  if (line === null) return null;
  const reply = await Promise.race([line.ask(name, input), line.closed.then(() => null)]);
  line.socket.terminate();
  return reply;
}

async function isServed(place: Pick<LoopbackServer, 'port' | 'token'>): Promise<boolean> {
  return Object((await ask(place, 'app.describe', {})) ?? {}).ok === true;
}

function open(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  onTestFinished(() => {
    socket.destroy();
  });
  return socket;
}

/** Resolves when the host has had enough of a client. */
function closed(socket: Socket): Promise<boolean> {
  return Promise.race([
    new Promise<boolean>((resolve) => socket.once('close', () => resolve(true))),
    pause(patienceMilliseconds * 10, false, { ref: false }),
  ]);
}

describe('the browser host', () => {
  it('lets go of clients that are slow, at whatever they are slow, and serves others meanwhile', async () => {
    const server = await host();
    const { port, token } = server;
    const keys = Object.entries({ [loopback.tokenHeader]: token, ...lineHeaders(server, 'slow-client') })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    const head = `POST /line HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${keys}`;
    const upgrade = head.replace('POST', 'GET').concat('Connection: Upgrade\r\nUpgrade: websocket\r\n');
    const beginnings = [
      '',
      'G',
      'GET /line HTTP/1.1\r\n',
      `GET /line HTTP/1.1\r\nHost: 127`,
      upgrade,
      `${upgrade}Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: `,
      head,
      `${head}Content-Length: 1000\r\n\r\n`,
      `${head}Transfer-Encoding: chunked\r\n\r\n3e8\r\n`,
    ];
    let lost = 0;
    const slow = beginnings.map((beginning) => {
      const socket = open(port);
      socket.write(beginning);
      // A byte now and then, as one who wants to be taken for a bad line.
      const drip = setInterval(() => socket.writable && socket.write('a'), 50);
      socket.on('close', () => clearInterval(drip));
      // A connection that never says anything is only held to the limit of their number.
      return beginning === '' ? Promise.resolve(true) : closed(socket);
    });
    if (!(await isServed(server))) lost += 1;
    const ends = await Promise.all(slow);
    lost += ends.filter((isClosed) => !isClosed).length;
    tried({ what: 'browser host: slow clients', times: beginnings.length, lost });
  });

  it('is not brought down by many clients that say nothing', async () => {
    const server = await host();
    const count = times(300, 2_000);
    const idle = Array.from({ length: count }, () => open(server.port));
    await pause(200);
    for (const socket of idle.slice(0, 200)) socket.destroy();
    await pause(100);
    await expect.poll(() => isServed(server), { timeout: 5_000 }).toBe(true);
    tried({ what: 'browser host: idle connections', times: count, lost: 0 });
  });

  it('survives what is no request at all', async () => {
    const server = await host();
    const rubbish = [
      '\0\0\0\0',
      'GET',
      'GET / HTTP/9.9\r\n\r\n',
      'GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n',
      `GET / HTTP/1.1\r\n${'x: y\r\n'.repeat(5_000)}\r\n`,
      `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n\r\n`,
      'POST /line HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n',
      'POST /line HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n',
      'GET /line HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nHost: a\r\n\r\n',
      'GET http://[ HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nHost: a\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHost: a\r\n\r\n',
      '\u0016\u0003\u0001\u0002',
    ];
    let lost = 0;
    for (const words of rubbish) {
      const socket = open(server.port);
      let answer = '';
      socket.on('data', (piece) => {
        answer += piece.toString('latin1');
      });
      socket.write(words);
      await pause(60);
      if (/^HTTP\/1\.1 (200|101)/.test(answer) || answer.includes(server.token)) lost += 1;
      if (!(await isServed(server))) lost += 1;
    }
    tried({ what: 'browser host: requests that are none', times: rubbish.length, lost });
  });

  it('survives what is no message at all, on a line that it has let in', async () => {
    const server = await host();
    const masked = [0, 0, 0, 0];
    const rubbish: readonly (readonly [string, readonly number[]])[] = [
      ['bits that nobody agreed on', [0xf2, 0x80, ...masked]],
      ['a kind of message that there is not', [0x83, 0x80, ...masked]],
      ['a message without its mask', [0x82, 0x01, 0x00]],
      ['a piece of nothing', [0x80, 0x80, ...masked]],
      ['a ping that is too long', [0x89, 0xfe, 0x10, 0x00, ...masked]],
      ['a ping in two pieces', [0x09, 0x80, ...masked]],
      ['an end with a code that there is not', [0x88, 0x82, ...masked, 0x03, 0xe7]],
      ['an end with half a code', [0x88, 0x81, ...masked, 0x03]],
      ['more than can be counted', [0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, ...masked]],
      ['text that is no text', [0x81, 0x82, ...masked, 0xff, 0xfe]],
      ['more than it takes, by word alone', [0x82, 0xff, 0, 0, 0, 0, 0x40, 0, 0, 0, ...masked]],
      ['a request of another kind', [...Buffer.from('GET / HTTP/1.1\r\n\r\n')]],
    ];
    let lost = 0;
    for (const [what, bytes] of rubbish) {
      const socket = open(server.port);
      const end = closed(socket);
      let answer = '';
      socket.on('data', (piece) => {
        answer += piece.toString('latin1');
      });
      const headers = Object.entries(lineHeaders(server, 'strange-page')).map(
        ([name, value]) => `${name}: ${value}`,
      );
      const asked = [
        'GET /line HTTP/1.1',
        `Host: 127.0.0.1:${server.port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
        ...headers,
      ].join('\r\n');
      socket.write(`${asked}\r\n\r\n`);
      await expect.poll(() => answer).toMatch(/^HTTP\/1\.1 101/);
      socket.write(Buffer.from(bytes));
      if (!(await end)) lost += 1;
      if (!(await isServed(server))) lost += 1;
      expect(lost, what).toBe(0);
    }
    tried({ what: 'browser host: messages that are none', times: rubbish.length, lost });
  });

  it('holds nothing of a stranger, however much is sent', async () => {
    const server = await host(60_000);
    const headers = Object.entries(lineHeaders({ port: server.port, token: 'wrong' }))
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    const socket = open(server.port);
    const before = process.memoryUsage().arrayBuffers;
    socket.write(
      `GET /line HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${headers}\r\n`,
    );
    const piece = Buffer.alloc(1024 * 1024);
    for (let turn = 0; turn < 64; turn += 1) socket.write(piece);
    expect(await closed(socket)).toBe(true);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * piece.length);
    expect(await isServed(server)).toBe(true);
  });

  it('turns away who has no token, a wrong one or one in the wrong place, and what is too large, and goes on', async () => {
    const server = await host(60_000);
    const own = lineHeaders(server, 'somebody-else');
    const wanting = (token: string): Record<string, string> => lineHeaders({ port: server.port, token });
    const knock = (headers: Readonly<Record<string, string>>, path: string = loopback.linePath) =>
      fetch(`http://127.0.0.1:${server.port}${path}`, { headers }).then(({ status }) => status);
    const ended = async (...pieces: readonly Uint8Array[]): Promise<number> => {
      const line = await openRawLine(server, 'somebody-else');
      for (const [at, piece] of pieces.entries()) line.socket.send(piece, { fin: at === pieces.length - 1 });
      return line.closed;
    };
    const { origin: _, ...nameless } = own;
    const half = new Uint8Array(loopback.messageLimit / 2 + 1);
    const turnedAway: readonly (readonly [() => Promise<number>, number])[] = [
      [() => tryLine(server, wanting('')), 401],
      [() => tryLine(server, wanting(server.token.slice(0, -1))), 401],
      [() => tryLine(server, wanting(`${server.token}x`)), 401],
      [() => tryLine(server, { ...wanting(''), authorization: `Bearer ${server.token}` }), 401],
      [() => tryLine(server, { ...wanting(''), cookie: `token=${server.token}` }), 401],
      [() => tryLine(server, { ...wanting(''), [loopback.tokenHeader]: server.token }), 401],
      [() => tryLine(server, wanting(''), `${loopback.linePath}?token=${server.token}`), 401],
      [() => knock({}), 401],
      [() => knock({ [loopback.tokenHeader]: `${server.token}x` }), 401],
      [() => knock({ authorization: `Bearer ${server.token}` }), 401],
      [() => knock({}, `${loopback.linePath}?token=${server.token}`), 401],
      [() => tryLine(server, nameless), 403],
      [() => tryLine(server, { ...own, origin: 'https://evil.example' }), 403],
      [() => tryLine(server, { ...own, origin: `http://127.0.0.1:${server.port + 1}` }), 403],
      [() => tryLine(server, { ...own, origin: 'null' }), 403],
      [() => ended(new Uint8Array(loopback.messageLimit + 1)), 1009],
      [() => ended(half, half), 1009],
    ];
    const answers: number[] = [];
    for (const [send] of turnedAway) answers.push(await send());
    expect(answers).toEqual(turnedAway.map(([, status]) => status));
    expect(await isServed(server)).toBe(true);
    tried({ what: 'browser host: requests turned away', times: turnedAway.length, lost: 0 });
  });

  it('gives its token to nobody: not in an answer, not in a log, not among the arguments of its process', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'library'));
    const program = spawn(
      process.execPath,
      ['dist/loopback/main.js', '--no-open', '--library', join(folder, 'library')],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, OFFTAKE_MEMORY: folder },
      },
    );
    const child = watchChild(program);
    let errors = '';
    program.stderr.on('data', (piece: Buffer) => {
      errors += piece.toString();
    });
    const line = await child.said(/#token=/);
    const address = new URL(/http:\S+/.exec(line)?.[0] ?? '');
    const token = address.hash.replace('#token=', '');
    expect(token.length).toBeGreaterThan(40);
    const shown: string[] = [errors];
    const place = { port: Number(address.port), token };
    for (const [name, input] of [
      ['app.describe', {}],
      ['app.diagnostics', {}],
      ['scenario.list', {}],
      ['no.such.call', {}],
      ['scenario.open', { id: '../x' }],
    ] as const) {
      const reply = await ask(place, name, input);
      expect(reply).not.toBeNull();
      shown.push(JSON.stringify(reply));
    }
    for (const path of ['/', '/index.html', '/nothing', '/line']) {
      const reply = await fetch(address.origin + path);
      shown.push(JSON.stringify([...reply.headers]), await reply.text());
    }
    shown.push(await readFile(join(folder, 'offtake.log'), 'utf8').catch(() => ''));
    shown.push(await readFile(`/proc/${program.pid}/cmdline`, 'utf8').catch(() => ''));
    shown.push(child.lines.filter((said) => said !== line).join('\n'));
    const lost = shown.filter((text) => text.includes(token)).length;
    tried({ what: 'browser host: places its token could be met', times: shown.length, lost });
  });
});
