import { resolve } from 'node:path';
import { keepOffline } from './keep-offline.ts';
import { runCommandLine } from './run.ts';
import { realTerminal } from './terminal.ts';

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: Error & { readonly code?: string }) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`The answer could not be written: ${error.message}. Write it to another place.\n`);
  process.exit(1);
});

// The built file is dist/headless/main.js.
const root = resolve(import.meta.dirname, '..', '..');
keepOffline(root);
process.exitCode = await runCommandLine(process.argv.slice(2), realTerminal(), root);
