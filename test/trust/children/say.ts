import { writeSync } from 'node:fs';

/** Says a line at once, so that it is out when the next instant kills the program. */
export function say(line: string): void {
  writeSync(1, `${line}\n`);
}
