import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { smallText } from '../contract/suite.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { ask, baseId, bootApp } from './support/app.ts';
import { openPage, ready, typeAtEnd } from './support/browser.ts';
import { openDoorbell } from './support/doorbell.ts';
import { startHost } from './support/restartable-host.ts';
import { tried } from './support/tried.ts';

/** Everything a page can do to reach another machine, had someone smuggled code into it. */
async function reachOut(page: Page, port: number, where: 'app' | 'browser'): Promise<number> {
  return page.evaluate(
    async ([to, door]) => {
      const place = `127.0.0.1:${to}`;
      const http = `http://${place}`;
      const make = (tag: string, attributes: Readonly<Record<string, string>>): void => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        document.head.append(element);
      };
      const ways: readonly (() => unknown)[] = [
        () => fetch(http).catch(() => undefined),
        () => fetch(http, { mode: 'no-cors', keepalive: true }).catch(() => undefined),
        () => navigator.sendBeacon(http, 'x'),
        () => new WebSocket(`ws://${place}`),
        () => new EventSource(http),
        () => {
          const request = new XMLHttpRequest();
          request.open('GET', http);
          request.send();
        },
        () => new Worker(URL.createObjectURL(new Blob([`importScripts('${http}/x.js')`]))),
        () => new Worker(URL.createObjectURL(new Blob([`fetch('${http}')`]))),
        () => new FontFace('x', `url(${http}/x.ttf)`).load().catch(() => undefined),
        () => make('script', { src: `${http}/x.js` }),
        () => make('link', { rel: 'stylesheet', href: `${http}/x.css` }),
        () => make('link', { rel: 'prefetch', href: `${http}/x` }),
        () => make('link', { rel: 'preload', as: 'image', href: `${http}/x.png` }),
        () => make('link', { rel: 'manifest', href: `${http}/x.json` }),
        () => make('link', { rel: 'icon', href: `${http}/x.ico` }),
        () => make('img', { src: `${http}/x.png` }),
        () => make('video', { src: `${http}/x.mp4`, autoplay: '' }),
        () => make('iframe', { src: http }),
        () => make('object', { data: http }),
        () => make('embed', { src: http }),
        () => document.body.style.setProperty('background', `url(${http}/x.png)`),
        () => {
          const link = document.createElement('a');
          link.href = location.href;
          link.setAttribute('ping', http);
          link.click();
        },
        () => {
          const form = document.createElement('form');
          form.action = http;
          document.body.append(form);
          form.submit();
        },
      ];
      // A browser of the user's own leaves no way to forbid these.
      const appOnly: readonly (() => unknown)[] = [
        () => make('link', { rel: 'preconnect', href: http }),
        () => make('link', { rel: 'dns-prefetch', href: http }),
        () => location.assign(http),
      ];
      const tried = door === 'app' ? [...ways, ...appOnly] : ways;
      for (const way of tried) {
        try {
          await Promise.race([way(), new Promise((resolve) => setTimeout(resolve, 30))]);
        } catch {
          // Refused at once.
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return tried.length;
    },
    [port, where] as const,
  );
}

describe('the offline guarantee, in a real page', () => {
  it('holds in the app: nothing is asked of the network in a day of work, and nothing gets through', async () => {
    const doorbell = await openDoorbell();
    const app = await bootApp();
    await ready(app.page);
    await typeAtEnd(app.page, '# a change');
    await app.page.keyboard.press('Control+s');
    await expect.poll(() => readFile(join(app.library, baseId), 'utf8')).toContain('# a change');
    await ask(app, 'app.diagnostics', {});
    await app.page.waitForTimeout(1_000);
    const attempted = app.happenings.filter(({ kind }) => kind === 'blocked' || kind === 'external');
    expect(attempted).toEqual([]);
    const log = await readFile(join(app.home, 'offtake.log'), 'utf8').catch(() => '');
    expect(log).not.toContain('attempt to reach the network');
    tried({ what: 'offline: app at work, requests made', times: 1, lost: attempted.length });
    const ways = await reachOut(app.page, doorbell.port, 'app');
    tried({ what: 'offline: ways out of the app page', times: ways, lost: doorbell.rings() });
  });

  it('holds in the browser host: the page asks its own host and nobody else', async () => {
    const doorbell = await openDoorbell();
    const host = await startHost(await temporaryFolder(), { 'deal.scenario.yaml': smallText });
    const page = await openPage(host.address());
    const origins = new Set<string>();
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol !== 'blob:' && protocol !== 'data:') origins.add(origin);
    });
    page.on('websocket', (socket) => origins.add(new URL(socket.url()).origin));
    await page.reload();
    await ready(page);
    await typeAtEnd(page, '# a change');
    await page.keyboard.press('Control+s');
    await page.locator('.status-file', { hasText: '· saved' }).waitFor();
    const own = `127.0.0.1:${host.port()}`;
    expect([...origins].sort()).toEqual([`http://${own}`, `ws://${own}`]);
    tried({ what: 'offline: browser host at work, foreign requests', times: 1, lost: origins.size - 2 });
    const ways = await reachOut(page, doorbell.port, 'browser');
    // The browser may open a line before it looks at the policy; nothing may ever be said over one.
    tried({
      what: 'offline: ways out of the browser page',
      times: ways - 1,
      lost: Math.max(0, doorbell.requests() - 1),
    });
  });
});
