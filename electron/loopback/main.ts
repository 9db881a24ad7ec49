import { resolve } from 'node:path';
import { assembleService } from '../service/assemble.ts';
import { attemptReporter } from '../service/incidents.ts';
import { findPlaces } from '../service/places.ts';
import { readVersion } from '../service/read-version.ts';
import { stayOffline } from '../service/stay-offline.ts';
import { readArguments } from './arguments.ts';
import { openBrowser } from './open-browser.ts';
import { startLoopback } from './server.ts';

async function main(): Promise<number> {
  const options = readArguments(process.argv.slice(2));
  if (!options.ok) return say(options.error, 2);
  // The built file is dist/loopback/main.js.
  const root = resolve(import.meta.dirname, '..', '..');
  const places = findPlaces(root, { library: options.value.library });
  stayOffline(attemptReporter(places.log));
  const service = await assembleService({ version: readVersion(root), places });
  if (!service.ok) return say('message' in service.error ? service.error.message : service.error.kind, 1);
  const host = await startLoopback({ service: service.value, page: places.page, port: options.value.port });
  console.log(`Offtake is at ${host.address}`);
  console.log('It runs until you press Ctrl-C.');
  if (options.value.isOpened) openBrowser(host.address);
  await new Promise((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  await host.close();
  await service.value.close();
  return 0;
}

function say(message: string, code: number): number {
  console.error(message);
  return code;
}

process.exitCode = await main().catch((error: unknown) => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== 'EADDRINUSE') throw error;
  return say(
    'The port is taken by another program. Choose another with --port, or leave it out for any free one.',
    1,
  );
});
