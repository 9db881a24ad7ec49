import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
];

const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A Chromium downloaded earlier by Playwright, newest first. */
function fromPlaywrightCache() {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache', 'ms-playwright'),
    join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    join(homedir(), 'AppData', 'Local', 'ms-playwright'),
  ];
  const inside = [
    ['chrome-linux', 'chrome'],
    ['chrome-linux64', 'chrome'],
    ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
    ['chrome-win', 'chrome.exe'],
    ['chrome-win64', 'chrome.exe'],
  ];
  for (const cache of caches) {
    if (!cache || !existsSync(cache)) continue;
    const builds = readdirSync(cache)
      .filter((name) => /^chromium-\d+$/.test(name))
      .sort()
      .reverse();
    for (const build of builds) {
      for (const parts of inside) {
        const path = join(cache, build, ...parts);
        if (existsSync(path)) return path;
      }
    }
  }
  return null;
}

/** Path of an installed Chromium-family browser, or null. `OFFTAKE_CHROMIUM` decides when set. */
export function findChromium() {
  const chosen = process.env.OFFTAKE_CHROMIUM;
  if (chosen) return existsSync(chosen) ? chosen : null;
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name);
      if (folder && existsSync(path)) return path;
    }
  }
  return fixedPlaces.find((path) => existsSync(path)) ?? fromPlaywrightCache();
}

function run(command, args) {
  console.log(`  ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 }).status === 0;
}

/** Finds a browser or obtains one: a Debian package as root, Playwright's own download elsewhere. Null when neither works. */
export function obtainChromium() {
  const found = findChromium();
  if (found || process.env.OFFTAKE_CHROMIUM) return found;
  const isDebianRoot = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (isDebianRoot) {
    console.log('No Chromium found; installing the Debian package.');
    const install = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];
    if (run('apt-get', ['update', '-qq']) && run('apt-get', install)) return findChromium();
  }
  console.log('No Chromium found; asking Playwright to download one.');
  run(process.execPath, [join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium']);
  return findChromium();
}
