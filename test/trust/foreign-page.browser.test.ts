import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium, type Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { offerKeys } from '#shared/contract/line-keys.ts';
import { loopback } from '#shared/contract/loopback.ts';
import { smallText } from '../contract/suite.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type RestartableHost, startHost } from './support/restartable-host.ts';
import { tried } from './support/tried.ts';

/** A name of somebody else's that leads to this machine, as in an attack by rebinding. */
const stranger = 'evil.example';

/** A page of somebody else's, served from this machine under a name of theirs. */
async function openForeignPage(): Promise<Page> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Foreign</title>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.close();
  });
  const browser = await chromium.launch({
    executablePath: process.env['OFFTAKE_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=MAP ${stranger} 127.0.0.1`],
  });
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const address = server.address();
  await page.goto(`http://${stranger}:${Object(address).port}/`);
  return page;
}

interface Target {
  readonly origin: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly offered: string[];
  readonly script: string;
  readonly linePath: string;
}

function targetOf(host: RestartableHost, origin: string): Target {
  const script = readdirSync('dist/renderer/assets').find((name) => name.endsWith('.js')) ?? '';
  const token = new URL(host.address()).hash.replace('#token=', '');
  return {
    origin,
    keys: { [loopback.tokenHeader]: token },
    offered: offerKeys({ token, session: 'foreign-page' }),
    script,
    linePath: loopback.linePath,
  };
}

/** Everything a page can do to get at the host, the token in its hands; names the ways that got through. */
function getAt(page: Page, target: Target): Promise<{ readonly tried: number; readonly through: string[] }> {
  return page.evaluate(async ({ origin, keys, offered, script, linePath }) => {
    const read = (path: string, init?: RequestInit) => async () => {
      const response = await fetch(origin + path, init);
      return response.ok && (await response.text()).length > 0;
    };
    const load = (tag: 'script' | 'img' | 'link', name: string, path: string) => () =>
      new Promise<boolean>((done) => {
        const element = document.createElement(tag);
        if (tag === 'link') element.setAttribute('rel', 'stylesheet');
        element.onload = () => done(true);
        element.onerror = () => done(false);
        element.setAttribute(name, origin + path);
        document.head.append(element);
      });
    const ways: Readonly<Record<string, () => Promise<boolean>>> = {
      'a knock': async () => (await fetch(origin + linePath, { headers: keys })).ok,
      'a knock without its headers': async () => (await fetch(origin + linePath)).ok,
      'a knock as text': read(linePath, {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: 'x',
      }),
      'the page': read('/'),
      'the page with its cookies': read('/', { credentials: 'include' }),
      'a script': load('script', 'src', `/assets/${script}`),
      'a picture': load('img', 'src', '/icon.png'),
      'a style': load('link', 'href', '/index.html'),
      'a stream': () =>
        new Promise((done) => {
          const source = new EventSource(origin + linePath);
          source.onopen = () => done(true);
          source.onerror = () => done(false);
        }),
      'a line': () =>
        new Promise((done) => {
          const socket = new WebSocket(origin.replace('http', 'ws') + linePath, offered);
          socket.onopen = () => done(true);
          socket.onerror = () => done(false);
        }),
      'a socket': () =>
        new Promise((done) => {
          const socket = new WebSocket(origin.replace('http', 'ws') + linePath);
          socket.onopen = () => done(true);
          socket.onerror = () => done(false);
        }),
      'a frame': () =>
        new Promise((done) => {
          const frame = document.createElement('iframe');
          frame.onload = () => done(frame.contentDocument !== null && frame.contentDocument.title !== '');
          frame.src = origin;
          document.body.append(frame);
        }),
    };
    const through: string[] = [];
    for (const [name, way] of Object.entries(ways)) {
      const patience = new Promise<boolean>((done) => setTimeout(() => done(false), 3_000));
      if (await Promise.race([way().catch(() => false), patience])) through.push(name);
    }
    return { tried: Object.keys(ways).length, through };
  }, target);
}

describe('the browser host, in a browser that also shows somebody else’s page', () => {
  it('gives it nothing, though it knows the token', async () => {
    const host = await startHost(await temporaryFolder(), { 'deal.scenario.yaml': smallText });
    const page = await openForeignPage();
    const { tried: ways, through } = await getAt(page, targetOf(host, `http://127.0.0.1:${host.port()}`));
    expect(through).toEqual([]);
    tried({ what: 'browser host: ways of a foreign page', times: ways, lost: through.length });
  });

  it('gives it nothing under a name that has been bound to this machine', async () => {
    const host = await startHost(await temporaryFolder(), { 'deal.scenario.yaml': smallText });
    const page = await openForeignPage();
    const origin = `http://${stranger}:${host.port()}`;
    const response = await page.goto(origin);
    expect(response?.status()).toBe(403);
    expect(await response?.text()).not.toMatch(/<script|Offtake/);
    const { tried: ways, through } = await getAt(page, targetOf(host, origin));
    expect(through).toEqual([]);
    tried({ what: 'browser host: ways of a rebound name', times: ways + 1, lost: through.length });
  });

  it('gives its own page all of that, or the tests above would prove nothing', async () => {
    const host = await startHost(await temporaryFolder(), { 'deal.scenario.yaml': smallText });
    const page = await openForeignPage();
    const origin = `http://127.0.0.1:${host.port()}`;
    await page.goto(origin);
    const { through } = await getAt(page, targetOf(host, origin));
    expect(through).toEqual(expect.arrayContaining(['the page', 'a script', 'a knock', 'a line']));
    expect(through).not.toContain('a socket');
  });
});
