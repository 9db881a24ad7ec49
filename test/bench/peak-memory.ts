import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const pauseMilliseconds = 10;

/**
 * Runs a command of the built program in a process of its own and returns the most memory that process ever had resident, in
 * millions of bytes: NaN where the system does not tell, or the command fails.
 */
export function peakMemoryOf(words: readonly string[]): Promise<number> {
  return new Promise((done) => {
    const program = spawn(process.execPath, [resolve('dist/headless/main.js'), ...words], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const status = `/proc/${program.pid}/status`;
    let peak = Number.NaN;
    const watch = setInterval(() => {
      if (!existsSync(status)) return;
      // What the kernel keeps only ever grows, so the last reading is the peak.
      const kibibytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1];
      if (kibibytes !== undefined) peak = (Number(kibibytes) * 1024) / 1e6;
    }, pauseMilliseconds);
    program.on('exit', (code) => {
      clearInterval(watch);
      done(code === 0 ? peak : Number.NaN);
    });
  });
}
