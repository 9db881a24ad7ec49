import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bridgeName } from '#shared/contract/bridge.ts';
import { menuCommands } from '#shared/contract/menu-commands.ts';
import { launchApp, type RunningApp, startApp } from '../../support/electron-stand-in/launch.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const base = 'amazon-anthropic.scenario.yaml';

async function libraryWithBase(): Promise<string> {
  const library = await temporaryFolder();
  await cp(join('scenarios', base), join(library, base));
  await cp(join('scenarios', 'catalogue'), join(library, 'catalogue'), { recursive: true });
  return library;
}

async function boot(args: readonly string[] = []): Promise<RunningApp & { readonly library: string }> {
  const library = await libraryWithBase();
  return { ...(await launchApp({ library, args })), library };
}

/** Asks through the bridge, as the page does. */
function ask(app: RunningApp, name: string, input: unknown): Promise<unknown> {
  return app.page.evaluate(
    ([place, call, given]) => {
      const bridge = Reflect.get(window, place) as {
        call: (name: string, input: unknown) => Promise<unknown>;
      };
      return bridge.call(call, given);
    },
    [bridgeName, name, input] as const,
  );
}

describe('the built app over the stand-in', () => {
  it('shows the scenario running, from the page scheme, with nothing asked of the network', async () => {
    const app = await boot();
    await app.page.getByText('Amazon – Anthropic, April 2026').first().waitFor({ timeout: 30_000 });
    await app.page.locator('canvas, svg').first().waitFor({ timeout: 30_000 });
    expect(app.page.url()).toBe('http://offtake.app.localhost/index.html');
    expect(app.happenings.filter(({ kind }) => kind === 'blocked' || kind === 'failed')).toEqual([]);
  });

  it('opens a window without any power but the bridge', async () => {
    const app = await boot();
    const { options } = await app.heard('window');
    expect(options).toMatchObject({
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
      },
    });
    const powers = await app.page.evaluate(() => ({
      names: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
      bridge: Object.keys(Object(Reflect.get(window, 'offtake'))).sort(),
    }));
    expect(powers).toEqual({ names: [], bridge: ['call', 'on'] });
  });

  it('answers calls with numbers that keep NaN, and refuses what it does not know', async () => {
    const app = await boot();
    const text = await readFile(join(app.library, base), 'utf8');
    const chips = await readFile(join(app.library, 'catalogue/chips.yaml'), 'utf8');
    const scenario = { id: 'not-on-screen.scenario.yaml', text, files: { 'catalogue/chips.yaml': chips } };
    const values = await app.page.evaluate(async (given) => {
      type Projected = {
        value: { projection: { series: { info: { id: string }; values: Float64Array }[] } };
      };
      const bridge = Reflect.get(window, 'offtake') as {
        call: (name: string, input: unknown) => Promise<Projected>;
      };
      const reply = await bridge.call('projection.run', { ticket: 999, scenario: given });
      const ratio = reply.value.projection.series.find(({ info }) => info.id === 'capacity.online');
      return { isArray: ratio?.values instanceof Float64Array, last: ratio?.values.at(-1) };
    }, scenario);
    expect(values.isArray).toBe(true);
    expect(values.last).toBeGreaterThan(0);
    expect(await ask(app, 'scenario.delete-everything', {})).toMatchObject({
      ok: false,
      error: { kind: 'invalid-call' },
    });
    expect(await ask(app, 'scenario.open', { id: '../../etc/passwd' })).toMatchObject({
      ok: false,
      error: { kind: 'refused' },
    });
  });

  it('goes nowhere else: no other address, no new window, no foreign request', async () => {
    const app = await boot();
    app.tell({ kind: 'answer', dialog: 'showMessageBox', answer: { response: 1 } });
    await app.page.evaluate(() => void window.open('https://example.com/'));
    const asked = await app.heard('dialog');
    expect(asked.options).toMatchObject({ detail: 'https://example.com/' });
    expect(app.page.context().pages()).toHaveLength(1);
    const fetched = await app.page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'reached',
        () => 'refused',
      ),
    );
    expect(fetched).toBe('refused');
    expect(app.happenings.some(({ kind }) => kind === 'external')).toBe(false);
  });

  it('opens a link in the browser only when the user says so', async () => {
    const app = await boot();
    app.tell({ kind: 'answer', dialog: 'showMessageBox', answer: { response: 0 } });
    await app.page.evaluate(() => void window.open('https://example.com/source'));
    expect(await app.heard('external')).toMatchObject({ url: 'https://example.com/source' });
  });

  it('grants the page nothing but copying', async () => {
    const app = await boot();
    for (const name of [
      'geolocation',
      'media',
      'notifications',
      'clipboard-read',
      'clipboard-sanitized-write',
    ]) {
      app.tell({ kind: 'permission', name });
    }
    const granted = () => app.happenings.filter((happening) => happening.kind === 'permission');
    await expect.poll(() => granted().length).toBe(5);
    expect(granted().filter(({ isAllowed }) => isAllowed)).toMatchObject([
      { name: 'clipboard-sanitized-write' },
    ]);
  });

  it('has the usual menu, and its items reach the page', async () => {
    const app = await boot();
    const { labels } = await app.heard('menu');
    for (const label of [
      '&File',
      '&Edit',
      '&View',
      'help',
      'Save',
      'Open…',
      'Save As…',
      'New Scenario…',
      'copy',
    ]) {
      expect(labels).toContain(label);
    }
    await app.page.evaluate((place) => {
      type Hear = (name: string, payload: { command: string }) => void;
      const bridge = Reflect.get(window, place) as { on: (hear: Hear) => void };
      const heard: string[] = [];
      Reflect.set(window, 'heard', heard);
      bridge.on((name, { command }) => {
        if (name === 'menu.command') heard.push(command);
      });
    }, bridgeName);
    await ask(app, 'app.describe', {});
    for (const id of menuCommands) app.tell({ kind: 'menu', id });
    await expect.poll(() => app.page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([...menuCommands]);
  });

  it('opens and saves through native dialogs, copying a file from outside into the library', async () => {
    const app = await boot();
    const outside = join(await temporaryFolder(), 'other.scenario.yaml');
    await writeFile(outside, 'offtake: 1\ntitle: Other\n');
    app.tell({ kind: 'answer', dialog: 'showOpenDialog', answer: { canceled: false, filePaths: [outside] } });
    expect(await ask(app, 'scenario.pick', {})).toMatchObject({
      ok: true,
      value: { ref: { id: 'other.scenario.yaml', title: 'Other' } },
    });
    const target = join(app.library, 'saved.scenario.yaml');
    app.tell({ kind: 'answer', dialog: 'showSaveDialog', answer: { canceled: false, filePath: target } });
    const saved = await ask(app, 'scenario.save-as', {
      suggested: 'x.scenario.yaml',
      text: 'title: Saved\n',
    });
    expect(saved).toMatchObject({ ok: true, value: { id: 'saved.scenario.yaml' } });
    expect(await readFile(target, 'utf8')).toBe('title: Saved\n');
    app.tell({ kind: 'answer', dialog: 'showSaveDialog', answer: { canceled: true, filePath: '' } });
    expect(await ask(app, 'scenario.save-as', { suggested: 'x.scenario.yaml', text: '' })).toMatchObject({
      error: { kind: 'cancelled' },
    });
    expect(await ask(app, 'scenario.reveal', { id: 'saved.scenario.yaml' })).toMatchObject({ ok: true });
    expect(await app.heard('revealed')).toMatchObject({ path: target });
  });

  it('lets another library be chosen, tells the page, and remembers it', async () => {
    const app = await boot();
    const other = await temporaryFolder();
    await writeFile(join(other, 'mine.scenario.yaml'), 'offtake: 1\ntitle: Mine\n');
    app.tell({ kind: 'answer', dialog: 'showOpenDialog', answer: { canceled: false, filePaths: [other] } });
    expect(await ask(app, 'library.choose', {})).toMatchObject({ ok: true });
    expect(await ask(app, 'scenario.list', {})).toMatchObject({
      ok: true,
      value: [{ id: 'mine.scenario.yaml' }],
    });
    expect(JSON.parse(await readFile(join(app.home, 'library.json'), 'utf8'))).toEqual({ folder: other });
  });

  it('opens a file the system hands over, before and after the page is there', async () => {
    const library = await libraryWithBase();
    const first = join(library, 'first.scenario.yaml');
    await writeFile(first, 'offtake: 1\ntitle: Handed over at the start\n');
    const app = await launchApp({ library, args: [first] });
    await app.page.getByText('Handed over at the start').first().waitFor({ timeout: 30_000 });
    const second = join(await temporaryFolder(), 'second.scenario.yaml');
    await writeFile(second, 'offtake: 1\ntitle: Handed over later\n');
    app.tell({ kind: 'emit', event: 'open-file', path: second });
    await app.page.getByText('Handed over later').first().waitFor({ timeout: 30_000 });
    expect(await readFile(join(library, 'second.scenario.yaml'), 'utf8')).toContain('Handed over later');
  });

  it('ends when its window is closed', async () => {
    const app = await boot();
    await ask(app, 'app.describe', {});
    app.tell({ kind: 'close-window' });
    expect(await app.ended).toBe(0);
  });

  it('leaves the work to the instance that is already there', async () => {
    const app = await startApp({
      library: await libraryWithBase(),
      environment: { STAND_IN_IS_SECOND: '1' },
    });
    expect(await app.ended).toBe(0);
    expect(app.happenings.some(({ kind }) => kind === 'window')).toBe(false);
  });

  it('catches a main entry that waits for readiness at its top level, as Electron would hang', async () => {
    const main = join(await temporaryFolder(), 'start.mjs');
    await writeFile(main, "import { app } from 'electron';\nawait app.whenReady();\n");
    const app = await startApp({ library: await libraryWithBase(), main });
    expect(await app.ended).toBe(70);
    expect(JSON.stringify(app.happenings)).toContain('deadlocks');
  });
});
