// `npm run dev`: the page with hot reload over the browser host, which is rebuilt and restarted when its sources change.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createServer } from 'vite';
import { ensureBuilt, root } from './build.mjs';

let host = null;

/** Starts the browser host on a port, 0 for any; gives its address and the token it has made. */
async function startHost(port) {
  const program = join(root, 'dist/loopback/main.js');
  const child = spawn(process.execPath, [program, '--no-open', '--port', port, ...process.argv.slice(2)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => {
      const found = /http:\S+/.exec(String(text))?.[0];
      if (found) resolve(new URL(found));
    });
    child.once('exit', (code) => reject(new Error(`The browser host ended with ${code}.`)));
  });
  return { child, port: address.port, origin: address.origin, token: address.hash.replace('#token=', '') };
}

await ensureBuilt('worker', 'loopback');
host = await startHost('0');

/** Passes lines on to the host, under its own name and with the token of the moment. */
const passOn = {
  target: host.origin,
  changeOrigin: true,
  ws: true,
  configure: (proxy) => {
    proxy.on('proxyReq', (request) => {
      request.setHeader('origin', host.origin);
      request.setHeader('x-offtake-token', host.token);
    });
    proxy.on('proxyReqWs', (request) => {
      const offered = String(request.getHeader('sec-websocket-protocol') ?? '');
      request.setHeader('origin', host.origin);
      request.setHeader('sec-websocket-protocol', offered.replace(/token\.[^,\s]*/, `token.${host.token}`));
    });
  },
};

const server = await createServer({
  configFile: join(root, 'vite.config.ts'),
  server: { proxy: { '/line': passOn } },
});
await server.listen();
console.log(`Offtake, reloading, is at http://127.0.0.1:${server.config.server.port}/#token=dev`);

let isRestarting = false;
server.watcher.add([join(root, 'electron'), join(root, 'shared')]);
server.watcher.on('change', async (path) => {
  if (isRestarting || !/\/(electron|shared)\//.test(path.replaceAll('\\', '/'))) return;
  isRestarting = true;
  try {
    await ensureBuilt('worker', 'loopback');
    const isGone = once(host.child, 'exit');
    host.child.kill();
    await isGone;
    host = await startHost(host.port);
    server.ws.send({ type: 'full-reload' });
  } catch (error) {
    console.error(error.message);
  }
  isRestarting = false;
});
process.on('exit', () => host.child.kill());
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
