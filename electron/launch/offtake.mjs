// The command line: builds it where needed, then hands over.
import { ensureBuilt } from './build.mjs';

// npm runs scripts in the folder of the package; files are meant from where the user stands.
if (process.env.npm_lifecycle_event === 'offtake' && process.env.INIT_CWD)
  process.chdir(process.env.INIT_CWD);
await ensureBuilt('headless', 'worker');
await import('../../dist/headless/main.js');
