import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sources } from '../architecture/sources.ts';
import { bundle } from '../support/bundle.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startChild } from './support/child.ts';
import { openDoorbell } from './support/doorbell.ts';
import { tried } from './support/tried.ts';

/** The files that answer connections, and the one that closes the ways out. */
const allowed = new Set([
  'electron/loopback/server.ts',
  'electron/loopback/lines.ts',
  'electron/loopback/guard.ts',
  'electron/service/stay-offline.ts',
]);

describe('the offline guarantee', () => {
  it('is kept by the sources: nothing but the browser host knows of the network', () => {
    const network = /^(ws|node:(net|tls|http|https|http2|dns|dns\/promises|dgram|inspector))$/;
    const asks =
      /\b(?:fetch|importScripts|sendBeacon)\(|new (?:WebSocket|EventSource|XMLHttpRequest|WebTransport|RTCPeerConnection)\b/;
    const files = sources('shared', 'electron', 'renderer').filter(
      ({ path }) => !path.startsWith('electron/launch/'),
    );
    const importing = files.filter(
      ({ path, imports }) =>
        !allowed.has(path) && imports.some((one) => network.test(one.specifier) && !one.isTypeOnly),
    );
    expect(importing.map(({ path }) => path)).toEqual([]);
    const asking = files.filter(({ text }) => asks.test(text)).map(({ path }) => path);
    expect(asking).toEqual(['renderer/host/loopback-host.ts']);
    tried({ what: 'offline: sources that know no network', times: files.length, lost: importing.length });
  });

  it('is kept by the process: every way out that Node knows is refused and reported', async () => {
    const doorbell = await openDoorbell();
    const child = startChild(await bundle('test/trust/children/reach-out.ts'), { port: doorbell.port });
    const { ways, reached, attempts } = JSON.parse(await child.said(/^\{/)) as {
      ways: number;
      reached: string[];
      attempts: number;
    };
    expect(reached).toEqual([]);
    expect(attempts).toBe(ways);
    expect(doorbell.rings()).toBe(0);
    tried({
      what: 'offline: ways out of the process refused',
      times: ways,
      lost: reached.length + doorbell.rings(),
    });
  });

  it('is kept by the command line: the system sees it connect to nothing', async () => {
    const folder = await temporaryFolder();
    const trace = join(folder, 'trace');
    const scenario = join('scenarios', 'amazon-anthropic.scenario.yaml');
    const commands = [
      ['check', scenario],
      ['run', scenario, '--json'],
      ['simulate', scenario, '--draws', '500'],
      ['list'],
    ];
    const isTraceable = spawnSync('strace', ['-V']).status === 0;
    let lost = 0;
    for (const command of commands) {
      const words = [process.execPath, 'dist/headless/main.js', ...command];
      // Where the system lets nobody look over its shoulder, the log of the program says what it has refused.
      const whole = isTraceable
        ? ['strace', '-f', '-e', 'trace=connect,sendto,sendmsg', '-o', trace, ...words]
        : words;
      const ran = spawnSync(whole[0] ?? '', whole.slice(1), {
        env: { ...process.env, OFFTAKE_MEMORY: folder, OFFTAKE_LIBRARY: join(folder, 'library') },
      });
      expect(ran.status, String(ran.stderr)).toBe(0);
      const seen = isTraceable ? await readFile(trace, 'utf8') : '';
      lost += seen.split('\n').filter((line) => /AF_INET/.test(line)).length;
    }
    const log = await readFile(join(folder, 'offtake.log'), 'utf8').catch(() => '');
    if (/attempt to reach the network/.test(log)) lost += 1;
    tried({
      what: 'offline: commands of the command line',
      times: commands.length,
      lost,
      note: isTraceable ? 'seen by strace' : 'by the log',
    });
  });
});
