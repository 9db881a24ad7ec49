import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sources } from '../architecture/sources.ts';
import { launchApp } from '../support/electron-stand-in/launch.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { ask } from './support/app.ts';
import { ready } from './support/browser.ts';
import { tried } from './support/tried.ts';

const asar = 'node_modules/@electron/asar/bin/asar.js';
const fuses = 'node_modules/@electron/fuses/dist/bin.js';

function run(script: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}

/** Packed once for all: a package for Linux around a placeholder for Electron, without the network. */
let output = '';
const unpacked = (...parts: string[]): string => join(output, 'linux-unpacked', ...parts);

beforeAll(() => {
  output = mkdtempSync(join(tmpdir(), 'offtake-package-'));
  run('electron/packaging/pack.mjs', '--placeholder', '--built', `-c.directories.output=${output}`);
  return () => rmSync(output, { recursive: true, force: true });
});

describe('the package', () => {
  it('holds what the program needs and nothing else', () => {
    const files = run(asar, 'list', unpacked('resources', 'app.asar')).trim().split('\n');
    const tops = new Set(files.map((file) => file.split('/').slice(1, 3).join('/')));
    expect([...tops].filter((top) => !top.startsWith('scenarios')).sort()).toEqual([
      'dist',
      'dist/main',
      'dist/preload',
      'dist/renderer',
      'dist/worker',
      'package.json',
    ]);
    const strays = files.filter((file) =>
      /\.(map|ts|tsx|tsbuildinfo|test\.\w+)$|node_modules|\/\.|bench|types\//.test(file),
    );
    expect(strays).toEqual([]);
    for (const needed of [
      '/dist/main/start.js',
      '/dist/preload/bridge.cjs',
      '/dist/renderer/index.html',
      '/dist/worker/worker.js',
      '/dist/worker/package.json',
      '/scenarios/amazon-anthropic.scenario.yaml',
    ]) {
      expect(files).toContain(needed);
    }
    tried({ what: 'package: files looked at, strays', times: files.length, lost: strays.length });
  });

  it('holds no trace of the machine it was made on, and no tools', async () => {
    const folder = await temporaryFolder();
    run(asar, 'extract', unpacked('resources', 'app.asar'), folder);
    const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    let lost = 0;
    for (const entry of names) {
      const text = await readFile(join(entry.parentPath, entry.name), 'latin1');
      if (text.includes(`${resolve('.')}/`) || text.includes(`${homedir()}/.`)) lost += 1;
    }
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(manifest).toMatchObject({ name: 'offtake', type: 'module', main: 'dist/main/start.js' });
    expect(Object.keys(manifest)).not.toContain('devDependencies');
    tried({ what: 'package: traces of the machine', times: names.length, lost });
  });

  it('has its fuses closed, and the languages and licences it ought to have', async () => {
    const state = run(fuses, 'read', '--app', unpacked('offtake'));
    const expected = {
      RunAsNode: 'Disabled',
      EnableCookieEncryption: 'Enabled',
      EnableNodeOptionsEnvironmentVariable: 'Disabled',
      EnableNodeCliInspectArguments: 'Disabled',
      EnableEmbeddedAsarIntegrityValidation: 'Enabled',
      OnlyLoadAppFromAsar: 'Enabled',
      LoadBrowserProcessSpecificV8Snapshot: 'Disabled',
      GrantFileProtocolExtraPrivileges: 'Disabled',
    };
    for (const [fuse, is] of Object.entries(expected)) expect(state).toContain(`${fuse} is ${is}`);
    expect(await readdir(unpacked('locales'))).toEqual(['en-US.pak']);
    const licences = await readFile(unpacked('LICENSES.third-party.txt'), 'utf8');
    for (const name of [
      'react',
      'monaco-editor',
      'echarts',
      'yaml',
      'zod',
      'node-diff3',
      '@expo-google-fonts/inter',
    ]) {
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ — `, 'm'));
    }
    expect(licences).toContain('Copyright (c) 2008, Frances Y. Kuo and Stephen Joe');
    expect(licences).not.toMatch(/^(vite|vitest|typescript|electron-builder|playwright-core) \d/m);
    expect((await readdir(unpacked())).filter((file) => /^LICENSE/.test(file)).sort()).toEqual([
      'LICENSE.electron.txt',
      'LICENSE.offtake.txt',
      'LICENSES.chromium.html',
      'LICENSES.third-party.txt',
    ]);
    tried({ what: 'package: fuses and licences', times: Object.keys(expected).length + 7, lost: 0 });
  });

  it('names every package that the sources import, with its licence, and its other works', async () => {
    const licences = await readFile(unpacked('LICENSES.third-party.txt'), 'utf8');
    const packages = new Set(
      sources('shared', 'electron', 'renderer')
        .filter(({ path }) => !/^electron\/(?:launch|packaging|loop-compiler)\//.test(path))
        .flatMap(({ imports }) => imports)
        .filter(({ specifier, isTypeOnly }) => !isTypeOnly && /^(?![.#]|node:|electron$)/.test(specifier))
        .map(({ specifier }) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? ''),
    );
    // It only hands on what others export; nothing of its own is bundled.
    packages.delete('radix-ui');
    const missing = [...packages].filter((name) => !licences.includes(`\n${name} `));
    expect(missing).toEqual([]);
    expect(packages.size).toBeGreaterThan(15);
    const notices = await readFile(join('node_modules', 'monaco-editor', 'ThirdPartyNotices.txt'), 'utf8');
    expect(licences).toContain(notices.replaceAll('\r\n', '\n').trim());
    tried({ what: 'package: licences of what is imported', times: packages.size + 1, lost: missing.length });
  });

  it('boots from its archive under the stand-in: seeds a library, computes on its threads, shows its charts', async () => {
    // The stand-in reads no archives: the extracted one lies where the archive would, its unpacked part beside it.
    const resources = await temporaryFolder();
    run(asar, 'extract', unpacked('resources', 'app.asar'), join(resources, 'app.asar'));
    await cp(unpacked('resources', 'app.asar.unpacked'), join(resources, 'app.asar.unpacked'), {
      recursive: true,
    });
    const library = await temporaryFolder();
    await mkdir(library, { recursive: true });
    const app = await launchApp({
      library,
      main: join(resources, 'app.asar', 'dist', 'main', 'start.js'),
      environment: { STAND_IN_IS_PACKAGED: '1' },
    });
    await ready(app.page);
    expect((await readdir(library)).length).toBeGreaterThan(5);
    expect(await ask(app, 'app.describe', {})).toMatchObject({
      ok: true,
      value: { door: 'electron', version: '0.1.0' },
    });
    await app.page.locator('.status', { hasText: 'ms' }).waitFor();
    const { labels } = await app.heard('menu');
    expect(labels).not.toContain('toggleDevTools');
    expect(app.happenings.filter(({ kind }) => kind === 'blocked' || kind === 'failed')).toEqual([]);
    tried({ what: 'package: booted from its archive', times: 1, lost: 0 });
  });

  it('is described for all three systems, with icons in every size they ask for', async () => {
    const config = parse(await readFile('electron-builder.yml', 'utf8')) as Record<
      string,
      Record<string, unknown>
    >;
    expect(config['linux']).toMatchObject({ target: ['AppImage', 'deb'] });
    expect(config['mac']).toMatchObject({
      target: [{ target: 'dmg', arch: 'universal' }],
      hardenedRuntime: true,
    });
    expect(config['win']).toMatchObject({ target: ['nsis', 'portable'] });
    expect(config['fileAssociations']).toMatchObject([{ ext: 'scenario.yaml', role: 'Editor' }]);
    const ico = await readFile('electron/resources/icon.ico');
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => ico.readUInt8(6 + 16 * at) || 256);
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
    const icns = await readFile('electron/resources/icon.icns');
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
    for (const kind of ['ic07', 'ic08', 'ic09', 'ic10', 'ic11', 'ic12', 'ic13', 'ic14'])
      expect(icns.includes(kind)).toBe(true);
    expect(await readdir('electron/resources/icons')).toHaveLength(8);
    const workflow = parse(await readFile('.github/workflows/package.yml', 'utf8')) as {
      jobs: { pack: { strategy: { matrix: { include: { system: string }[] } } } };
    };
    expect(workflow.jobs.pack.strategy.matrix.include.map(({ system }) => system)).toEqual([
      '--linux',
      '--mac',
      '--win',
    ]);
    tried({ what: 'package: systems described', times: 3, lost: 0 });
  });
});
