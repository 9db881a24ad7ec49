// Finds the Electron runtime or makes one short attempt to obtain it. Plain JavaScript: it runs before anything is built.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.mjs';

const folder = join(root, 'node_modules', 'electron');
/** How long to try where the place of the download does not answer. */
const shortAttempt = 20_000;
/** The runtime has some 110 MB; once it is known to be within reach, a slow line is given its time. */
const wholeDownload = 10 * 60_000;

/** Path of the installed runtime, or null. */
function installed() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const path = join(override ?? join(folder, 'dist'), readFileSync(pathFile, 'utf8'));
  return existsSync(path) ? path : null;
}

async function isWithinReach() {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const place =
    process.env.npm_config_electron_mirror ??
    process.env.ELECTRON_MIRROR ??
    'https://github.com/electron/electron/releases/download/';
  try {
    const address = `${place}v${version}/SHASUMS256.txt`;
    return (await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(shortAttempt / 2) })).ok;
  } catch {
    return false;
  }
}

/** Runs Electron's own install script, which also knows runtimes fetched earlier; true when it ended well. */
function install() {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' });
    let timer = setTimeout(() => child.kill(), shortAttempt);
    void isWithinReach().then((isReachable) => {
      if (!isReachable || child.exitCode !== null) return;
      console.error('Fetching the Electron runtime, once; this may take a few minutes …');
      clearTimeout(timer);
      timer = setTimeout(() => child.kill(), wholeDownload);
    });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

/** Gives the path of the runtime, or the reason why there is none, as half a sentence. */
export async function findElectron() {
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (process.platform === 'linux' && !hasDisplay) return { reason: 'there is no display' };
  const present = installed();
  if (present !== null) return { path: present };
  if (!existsSync(join(folder, 'install.js'))) return { reason: 'the electron package is not installed' };
  await install();
  const path = installed();
  return path === null ? { reason: 'its runtime could not be fetched' } : { path };
}
