import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes in use once everything that nobody holds any more has been let go of. */
export function heapBytes(): number {
  for (let turn = 0; turn < 4; turn += 1) collect();
  return process.memoryUsage().heapUsed;
}
