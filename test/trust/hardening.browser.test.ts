import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Happening } from '../support/electron-stand-in/control.ts';
import type { RunningApp } from '../support/electron-stand-in/launch.ts';
import { ask, bootApp } from './support/app.ts';
import { tried } from './support/tried.ts';

/** The points of Electron's own list, by their numbers there. */
describe("Electron's security checklist, under the stand-in", () => {
  it('1, 6, 8–10, 18: shows nothing but its own files, under a scheme of its own, with no rule relaxed', async () => {
    const app = await bootApp();
    const { options } = await app.heard('window');
    const { webPreferences } = options as { webPreferences: Record<string, unknown> };
    expect(webPreferences).toMatchObject({ webSecurity: true, webviewTag: false, navigateOnDragDrop: false });
    for (const relaxed of ['allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures']) {
      expect(webPreferences[relaxed] ?? false).toBe(false);
    }
    expect(app.page.url()).toBe('http://offtake.app.localhost/index.html');
    const addresses = await app.page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => new URL(entry.name).origin),
    );
    expect(new Set(addresses)).toEqual(new Set(['http://offtake.app.localhost']));
    tried({ what: 'checklist 1 6 8 9 10 18: own content only', times: 7, lost: 0 });
  });

  it('2–4, 20: gives the page no Node, isolates it, and puts it and every other page into the sandbox', async () => {
    const app = await bootApp();
    const { options } = await app.heard('window');
    expect(options).toMatchObject({
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
      },
    });
    await app.heard('sandboxed');
    const found = await app.page.evaluate(() => {
      const bridge = Object(Reflect.get(window, 'offtake')) as Record<string, unknown>;
      return {
        powers: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer'].filter(
          (name) => name in window,
        ),
        bridge: Object.keys(bridge).sort(),
        isFrozen: Object.isFrozen(bridge),
      };
    });
    expect(found).toEqual({ powers: [], bridge: ['call', 'on'], isFrozen: true });
    tried({ what: 'checklist 2 3 4 20: no power in the page', times: 9, lost: 0 });
  });

  it('5: grants nothing but copying, refuses devices and downloads', async () => {
    const app = await bootApp();
    const asked = [
      'geolocation',
      'media',
      'notifications',
      'midi',
      'pointerLock',
      'fullscreen',
      'openExternal',
      'clipboard-read',
      'clipboard-sanitized-write',
      'display-capture',
      'usb',
      'hid',
      'serial',
    ];
    for (const name of asked) app.tell({ kind: 'permission', name });
    app.tell({ kind: 'ask-session' });
    await expect.poll(() => of(app, 'permission').length).toBe(asked.length);
    await expect.poll(() => of(app, 'check').length).toBe(4);
    const allowed = [...of(app, 'permission'), ...of(app, 'check')].filter(({ isAllowed }) => isAllowed);
    expect(allowed.map(({ name }) => name)).toEqual([
      'clipboard-sanitized-write',
      'clipboard-sanitized-write',
    ]);
    await expect
      .poll(() =>
        of(app, 'session')
          .map(({ what }) => what)
          .sort(),
      )
      .toEqual(['device', 'download', 'rtc', 'spell checker']);
    expect(of(app, 'session').filter(({ isRefused }) => !isRefused)).toEqual([]);
    tried({ what: 'checklist 5: permissions, devices, downloads', times: asked.length + 8, lost: 0 });
  });

  it('7: has a content policy without an exception for scripts, which stops what is put into the page', async () => {
    const app = await bootApp();
    const policy = await app.page.evaluate(async () => {
      const response = await fetch('/index.html');
      return response.headers.get('content-security-policy') ?? '';
    });
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1];
    expect(scripts).toBe("'self'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|wss?:|\*|unsafe-eval|nonce|sha256/);
    const ran = await app.page.evaluate(async () => {
      const marks: string[] = [];
      Reflect.set(window, 'mark', (name: string) => marks.push(name));
      const put = (html: string) => document.body.insertAdjacentHTML('beforeend', html);
      put('<img src="nowhere.png" onerror="mark(\'handler\')">');
      put('<svg onload="mark(\'svg\')"></svg>');
      const script = document.createElement('script');
      script.textContent = "mark('inline')";
      document.body.append(script);
      const fromData = document.createElement('script');
      fromData.src = "data:text/javascript,mark('data')";
      document.body.append(fromData);
      const fromBlob = document.createElement('script');
      fromBlob.src = URL.createObjectURL(new Blob(["mark('blob')"], { type: 'text/javascript' }));
      document.body.append(fromBlob);
      const link = document.createElement('a');
      link.href = "javascript:mark('link')";
      link.click();
      // From a callback of its own, since what the driver evaluates itself is exempt from the policy.
      setTimeout(() => {
        for (const attempt of [
          () => Reflect.construct(Function, ["mark('function')"])(),
          () => Reflect.apply(setTimeout, window, ["mark('timer')", 0]),
        ]) {
          try {
            attempt();
          } catch {
            // Refused, as it ought to be.
          }
        }
      }, 0);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return marks;
    });
    expect(ran).toEqual([]);
    tried({ what: 'checklist 7: scripts put into the page', times: 8, lost: ran.length });
  });

  it('11–13: lets the page go nowhere, nor anything inside it', async () => {
    const app = await bootApp();
    const before = app.page.url();
    const ways: readonly (() => void)[] = [
      () => location.assign('https://example.com/'),
      () => location.replace('http://127.0.0.1:1/'),
      () => {
        const form = document.createElement('form');
        form.action = 'https://example.com/form';
        document.body.append(form);
        form.submit();
      },
      () => {
        const link = document.createElement('a');
        link.href = 'https://example.com/link';
        document.body.append(link);
        link.click();
      },
      () =>
        document.head.insertAdjacentHTML(
          'beforeend',
          '<meta http-equiv="refresh" content="0;https://example.com/">',
        ),
      () =>
        document.body.insertAdjacentHTML('beforeend', '<iframe src="https://example.com/frame"></iframe>'),
      () => document.body.insertAdjacentHTML('beforeend', '<webview src="https://example.com/"></webview>'),
      () =>
        document.body.insertAdjacentHTML(
          'beforeend',
          '<object data="https://example.com/"></object><embed src="https://example.com/">',
        ),
      () => location.assign('file:///etc/passwd'),
      () => location.assign('app://elsewhere/index.html'),
    ];
    for (const way of ways) {
      await app.page.evaluate(way);
      await app.page.waitForTimeout(150);
      expect(app.page.url()).toBe(before);
    }
    expect(app.page.frames()).toSatisfy((frames: { url(): string }[]) =>
      frames.every((frame) => !/example/.test(frame.url())),
    );
    expect(await ask(app, 'app.describe', {})).toMatchObject({ ok: true });
    expect(of(app, 'kept').length).toBeGreaterThan(0);
    tried({ what: 'checklist 11 12 13: ways out of the page', times: ways.length, lost: 0 });
  });

  it('14, 15: opens no window, and nothing outside but an https link that the user has confirmed', async () => {
    const app = await bootApp();
    const never = [
      'http://example.com/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'ms-settings:',
      'smb://host/x',
      'https://user:word@example.com/',
      'vbscript:x',
      'app://offtake/index.html',
      'data:text/html,x',
      'about:blank',
      'not an address',
    ];
    for (const address of never) {
      await app.page.evaluate((to) => {
        try {
          window.open(to);
        } catch {
          return;
        }
      }, address);
    }
    await app.page.waitForTimeout(300);
    expect(of(app, 'dialog')).toEqual([]);
    app.tell({ kind: 'answer', dialog: 'showMessageBox', answer: { response: 1 } });
    await app.page.evaluate(() => void window.open('https://example.com/no'));
    await app.heard('dialog');
    await app.page.waitForTimeout(200);
    expect(of(app, 'external')).toEqual([]);
    app.tell({ kind: 'answer', dialog: 'showMessageBox', answer: { response: 0 } });
    await app.page.evaluate(() => void window.open('https://example.com/yes'));
    expect(await app.heard('external')).toEqual({ kind: 'external', url: 'https://example.com/yes' });
    expect(app.page.context().pages()).toHaveLength(1);
    tried({ what: 'checklist 14 15: windows and links', times: never.length + 2, lost: 0 });
  });

  it('16, 19: pins the newest Electron of its line and closes every fuse', async () => {
    const { devDependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
    const { electronFuses } = parse(await readFile('electron-builder.yml', 'utf8')) as {
      electronFuses: Record<string, boolean>;
    };
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
    tried({ what: 'checklist 16 19: version and fuses', times: 9, lost: 0 });
  });

  it('17: answers the main frame of its own page and nobody else', async () => {
    const app = await bootApp();
    const fromFrame = await app.page.evaluate(async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inside = frame.contentWindow as unknown as Record<
        '__standInInvoke',
        (channel: string, args: unknown[]) => Promise<unknown>
      >;
      return inside.__standInInvoke('offtake:call', ['scenario.list', {}]);
    });
    expect(fromFrame).toEqual({
      ok: false,
      error: { kind: 'invalid-call', message: 'This page may not call.' },
    });
    for (const name of ['constructor', '__proto__', 'toString', 'scenario.delete', '', 7, null, {}]) {
      expect(await ask(app, name as string, {})).toMatchObject({
        ok: false,
        error: { kind: 'invalid-call' },
      });
    }
    tried({ what: 'checklist 17: strangers and unknown calls', times: 9, lost: 0 });
  });
});

function of<K extends Happening['kind']>(app: RunningApp, kind: K): Extract<Happening, { kind: K }>[] {
  return app.happenings.filter((one): one is Extract<Happening, { kind: K }> => one.kind === kind);
}
