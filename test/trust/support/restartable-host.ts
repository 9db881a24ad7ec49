import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortLived } from '../../support/short-lived.ts';
import { type Child, watchChild } from './child.ts';

/** The built browser host, which can be killed and started again over the same library and memory. */
export interface RestartableHost {
  readonly library: string;
  readonly address: () => string;
  readonly port: () => number;
  readonly kill: () => Promise<void>;
  /** Starts it, on the port it had before. */
  readonly start: () => Promise<void>;
}

/** Starts the built browser host in a folder of its own, as a program that will not live long unless other switches are given. */
export async function startHost(
  folder: string,
  files: Readonly<Record<string, string>>,
  switches = shortLived,
): Promise<RestartableHost> {
  const library = join(folder, 'library');
  mkdirSync(library, { recursive: true });
  for (const [id, text] of Object.entries(files)) writeFileSync(join(library, id), text);
  let child: Child | null = null;
  let address = new URL('http://127.0.0.1:0/');
  const start = async (): Promise<void> => {
    const words = [
      ...switches,
      'dist/loopback/main.js',
      '--no-open',
      '--library',
      library,
      '--port',
      address.port || '0',
    ];
    child = watchChild(
      spawn(process.execPath, words, {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, OFFTAKE_MEMORY: join(folder, 'memory') },
      }),
    );
    const line = await child.said(/http:\/\/\S+/);
    address = new URL(/http:\/\/\S+/.exec(line)?.[0] ?? '');
  };
  await start();
  return {
    library,
    address: () => address.href,
    port: () => Number(address.port),
    kill: async () => child?.kill(),
    start,
  };
}
