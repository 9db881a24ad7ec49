import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { encodeLine } from '#shared/contract/line-messages.ts';
import { loopback } from '#shared/contract/loopback.ts';
import { createSentTexts } from '#shared/contract/repeated-texts.ts';
import { createGuard } from '../../../electron/loopback/guard.ts';
import { acceptLines } from '../../../electron/loopback/lines.ts';
import { createPageSessions } from '../../../electron/loopback/page-sessions.ts';
import type { EventListener, Session } from '../../../electron/service/service.ts';
import { lineHeaders, openRawLine, tryLine } from '../../support/raw-line.ts';

/** Answers a call by its name. */
type Answering = (name: string, input: unknown) => Promise<unknown>;

/** Real lines over a service that answers as a test wants it. */
async function linesOver(answering: Answering) {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const guard = createGuard(port, () => 0);
  const told: EventListener[] = [];
  const sessions = createPageSessions({
    openSession: (_, listener) => {
      told.push(listener);
      const session: Partial<Session> = {
        dispatch: (name, input) => answering(String(name), input) as never,
        rest: () => undefined,
        close: () => undefined,
      };
      return session as Session;
    },
    close: async () => undefined,
  });
  const lines = acceptLines(server, guard, sessions);
  onTestFinished(() => {
    lines.close();
    sessions.closeAll();
    server.close();
  });
  return { place: { port, token: guard.token }, told };
}

const echo: Answering = async (name, input) => ({ name, input });
const megabyte = 1024 * 1024;

describe('lines', () => {
  it('answer each call under its own number, in whatever order answers come', async () => {
    const releases = new Map<unknown, () => void>();
    const { place } = await linesOver(async (name, input) => {
      await new Promise<void>((release) => releases.set(input, release));
      return name;
    });
    const line = await openRawLine(place);
    const answers = [0, 1, 2, 3].map((at) => line.ask(`call ${at}`, at));
    await expect.poll(() => releases.size).toBe(4);
    for (const at of [2, 0, 3, 1]) releases.get(at)?.();
    expect(await Promise.all(answers)).toEqual(['call 0', 'call 1', 'call 2', 'call 3']);
    expect(line.news.map((one) => 'call' in one && one.call)).toEqual([3, 1, 4, 2]);
  });

  it('carry arrays both ways, to the bit', async () => {
    const { place } = await linesOver(echo);
    const line = await openRawLine(place);
    const values = Float64Array.from({ length: 50_000 }, (_, at) => (at % 7 === 0 ? Number.NaN : 1 / at));
    expect(await line.ask('call', { values })).toEqual({ name: 'call', input: { values } });
  });

  it('know texts they were sent before, each line its own', async () => {
    const { place } = await linesOver(echo);
    const line = await openRawLine(place, 'first-of-two');
    const texts = createSentTexts();
    const input = { text: 'text '.repeat(1_000) };
    const calls = [1, 2].map((call) => encodeLine({ call, name: 'call', input }, { texts }));
    expect(calls[1]?.length).toBeLessThan(200);
    for (const call of calls) line.socket.send(call);
    await expect
      .poll(() => line.news)
      .toEqual([1, 2].map((call) => ({ call, reply: { name: 'call', input } })));
    const other = await openRawLine(place, 'second-of-two');
    other.socket.send(calls[1] ?? '');
    expect(await other.closed).toBe(loopback.closes.unreadable);
  });

  it('say only what differs of numbers that went down before, each line by itself', async () => {
    const { place } = await linesOver(echo);
    const lengths: number[] = [];
    const line = await openRawLine(place, 'first-of-two');
    line.socket.on('message', (data) => lengths.push(Buffer.isBuffer(data) ? data.length : 0));
    const values = Float64Array.from({ length: 5_000 }, (_, at) => 1 / at);
    for (let time = 0; time < 3; time += 1) {
      values[time] = -time;
      expect(await line.ask('call', { values })).toEqual({ name: 'call', input: { values } });
    }
    expect(lengths[0]).toBeGreaterThan(40_000);
    expect(Math.max(...lengths.slice(1))).toBeLessThan(1_000);
    const other = await openRawLine(place, 'second-of-two');
    expect(await other.ask('call', { values })).toEqual({ name: 'call', input: { values } });
  });

  it('hear calls that come right behind the request, before it is answered', async () => {
    const { place } = await linesOver(echo);
    const { request } = await import('node:http');
    const opening = request({
      host: '127.0.0.1',
      port: place.port,
      path: loopback.linePath,
      headers: {
        ...lineHeaders(place),
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.alloc(16).toString('base64'),
      },
    });
    const call = encodeLine({ call: 9, name: 'early', input: null });
    const mask = [1, 2, 3, 4];
    const masked = call.map((byte, at) => byte ^ (mask[at % 4] ?? 0));
    const came = new Promise<string>((resolve, reject) => {
      opening.on('error', reject);
      opening.on('upgrade', (_, socket, head) => {
        let bytes = head.toString('latin1');
        socket.on('data', (piece: Buffer) => {
          bytes += piece.toString('latin1');
          if (bytes.includes('early')) resolve(bytes);
        });
        if (bytes.includes('early')) resolve(bytes);
        onTestFinished(() => {
          socket.destroy();
        });
      });
    });
    opening.on('socket', (socket) => {
      opening.flushHeaders();
      socket.write(Buffer.concat([Buffer.from([0x82, 0x80 | call.length, ...mask]), masked]));
    });
    expect(call.length).toBeLessThan(126);
    expect(await came).toContain('"call":9');
  });

  it('send an answer only down the line it was asked on, though another has come for the page', async () => {
    let release: (() => void) | undefined;
    const { place } = await linesOver(async (name) => {
      if (name === 'slow')
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      return name;
    });
    const first = await openRawLine(place, 'one-and-the-same');
    void first.ask('slow', null);
    await expect.poll(() => release).toBeDefined();
    const second = await openRawLine(place, 'one-and-the-same');
    expect(await first.closed).toBe(loopback.closes.takenUp);
    release?.();
    expect(await second.ask('quick', null)).toBe('quick');
    expect(second.news).toEqual([{ call: 1, reply: 'quick' }]);
  });

  it('give a page that is killed in the middle of a call no answer, and go on with others', async () => {
    const releases: (() => void)[] = [];
    const { place } = await linesOver(async (name) => {
      if (name === 'slow') await new Promise<void>((release) => releases.push(release));
      return name;
    });
    const killed = await openRawLine(place, 'killed-page');
    for (let turn = 0; turn < 20; turn += 1) void killed.ask('slow', turn);
    await expect.poll(() => releases.length).toBe(20);
    killed.socket.terminate();
    await killed.closed;
    const other = await openRawLine(place, 'other-page');
    for (const release of releases) release();
    expect(await other.ask('quick', null)).toBe('quick');
  });

  it('end where an answer cannot be said, with a code that tells of a defect', async () => {
    const { place } = await linesOver(async () => ({ big: 1n }));
    const line = await openRawLine(place);
    void line.ask('call', null);
    expect(await line.closed).toBe(1011);
  });

  it('cut off a page that does not read its events, and none that waits for a large answer', async () => {
    const { place, told } = await linesOver(async () => new Uint8Array(48 * megabyte));
    const line = await openRawLine(place);
    const answer = line.ask('large', null);
    for (let turn = 0; turn < 20; turn += 1) {
      told[0]?.('simulation.progress', { filler: new Uint8Array(megabyte) } as never);
    }
    expect(await answer).toHaveLength(48 * megabyte);
    await expect.poll(() => line.news.length).toBe(21);
    line.socket.pause();
    for (let turn = 0; turn < 60; turn += 1) {
      told[0]?.('simulation.progress', { filler: new Uint8Array(megabyte) } as never);
    }
    line.socket.resume();
    expect(await line.closed).toBe(1006);
    expect(line.news.length).toBeLessThan(21 + 60);
  });

  it('tell the page that finds no room why, and take it in when another has gone', async () => {
    const { place } = await linesOver(echo);
    const names = Array.from({ length: 64 }, (_, at) => `page-number-${at}`);
    const lines = await Promise.all(names.map((name) => openRawLine(place, name)));
    const late = await openRawLine(place, 'one-too-many');
    expect(await late.closed).toBe(loopback.closes.full);
    const answers = await Promise.all(lines.map((line, at) => line.ask('call', at)));
    expect(answers).toEqual(names.map((_, at) => ({ name: 'call', input: at })));
    lines[5]?.socket.terminate();
    await expect
      .poll(async () => {
        const again = await openRawLine(place, 'one-too-many');
        return Promise.race([again.ask('call', null), again.closed]);
      })
      .toEqual({ name: 'call', input: null });
  });

  it('refuse what only looks like the request for one', async () => {
    const { place } = await linesOver(echo);
    const own = lineHeaders(place);
    const strange: readonly (readonly [Record<string, string>, number])[] = [
      [{ upgrade: 'h2c' }, 400],
      [{ 'sec-websocket-key': 'short' }, 400],
      [{ 'sec-websocket-version': '7' }, 400],
      [{ 'sec-websocket-protocol': `${own['sec-websocket-protocol']},,` }, 400],
    ];
    for (const [headers, status] of strange) {
      expect(await tryLine(place, { ...own, ...headers }), JSON.stringify(headers)).toBe(status);
    }
    expect(await tryLine(place, own)).toBe(101);
  });
});
