import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loopback } from '#shared/contract/loopback.ts';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';
import { type LoopbackServer, startLoopback } from '../../electron/loopback/server.ts';
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

/** Asks as the page does. */
async function ask(
  { port, token }: Pick<LoopbackServer, 'port' | 'token'>,
  name: string,
  input: unknown,
): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${loopback.callPath}`, {
    method: 'POST',
    headers: { [loopback.tokenHeader]: token, [loopback.sessionHeader]: 'trusted-page' },
    body: encodeWire({ name, input }),
  });
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
    const head = `POST /call HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${loopback.tokenHeader}: ${token}\r\n${loopback.sessionHeader}: slow-client\r\n`;
    const beginnings = [
      '',
      'P',
      'POST /call HTTP/1.1\r\n',
      `POST /call HTTP/1.1\r\nHost: 127`,
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
    const served = await ask(server, 'app.describe', {});
    if (!served.ok) lost += 1;
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
    await expect
      .poll(async () => (await ask(server, 'app.describe', {}).catch(() => null))?.ok ?? false, {
        timeout: 5_000,
      })
      .toBe(true);
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
      'POST /call HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n',
      'POST /call HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n',
      'GET /events HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nHost: a\r\n\r\n',
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
      if (/^HTTP\/1\.1 200/.test(answer) || answer.includes(server.token)) lost += 1;
      if (!(await ask(server, 'app.describe', {})).ok) lost += 1;
    }
    tried({ what: 'browser host: requests that are none', times: rubbish.length, lost });
  });

  it('turns away who has no token, a wrong one or one in the wrong place, and what is too large, and goes on', async () => {
    const server = await host(60_000);
    const session = { [loopback.sessionHeader]: 'somebody-else' };
    const own = { [loopback.tokenHeader]: server.token, ...session };
    const body = encodeWire({ name: 'app.describe', input: {} });
    const post = async (
      headers: Readonly<Record<string, string>>,
      sent: Uint8Array | ReadableStream = body,
      path: string = loopback.callPath,
    ): Promise<number> => {
      const address = `http://127.0.0.1:${server.port}${path}`;
      // A host that has read enough may hang up before it has heard it all.
      const reply = await fetch(address, {
        method: 'POST',
        headers,
        body: sent,
        duplex: 'half',
      } as RequestInit).catch(() => null);
      return reply?.status ?? 413;
    };
    const large = new Uint8Array(loopback.bodyLimit + 1);
    const turnedAway: readonly (readonly [() => Promise<number>, number])[] = [
      [() => post(session), 401],
      [() => post({ ...session, [loopback.tokenHeader]: '' }), 401],
      [() => post({ ...session, [loopback.tokenHeader]: server.token.slice(0, -1) }), 401],
      [() => post({ ...session, [loopback.tokenHeader]: `${server.token}x` }), 401],
      [() => post({ ...session, authorization: `Bearer ${server.token}` }), 401],
      [() => post({ ...session, cookie: `token=${server.token}` }), 401],
      [() => post(session, body, `${loopback.callPath}?token=${server.token}`), 401],
      [() => post({ ...own, origin: 'https://evil.example' }), 403],
      [() => post({ ...own, origin: `http://127.0.0.1:${server.port + 1}` }), 403],
      [() => post({ ...own, origin: 'null' }), 403],
      [() => post(own, large), 413],
      [() => post(own, new Blob([large]).stream()), 413],
    ];
    const answers: number[] = [];
    for (const [send] of turnedAway) answers.push(await send());
    expect(answers).toEqual(turnedAway.map(([, status]) => status));
    expect(await post(own)).toBe(200);
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
      shown.push(
        JSON.stringify([...reply.headers]),
        JSON.stringify(decodeWire(new Uint8Array(await reply.arrayBuffer()))),
      );
    }
    for (const path of ['/', '/index.html', '/nothing', '/call', '/events']) {
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
