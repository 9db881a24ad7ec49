import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runCommandLine } from '../../../electron/headless/run.ts';
import { bundle } from '../../support/bundle.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** How a command ended, and what it wrote. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly errors: readonly string[];
}

/** A program with a built worker, in a folder with some files. */
export interface BuiltRoot {
  readonly folder: string;
  /** Runs one command; `interrupt` presses Ctrl-C once the command listens for it. */
  readonly offtake: (args: readonly string[], interrupt?: boolean) => Promise<Ended>;
}

/** Builds the worker and puts it where the command line looks for it. */
export async function builtRoot(files: Readonly<Record<string, string>>): Promise<BuiltRoot> {
  const [root, folder] = [await temporaryFolder(), await temporaryFolder()];
  const worker = await bundle('electron/engine/worker.ts');
  await mkdir(join(root, 'dist', 'worker'), { recursive: true });
  await mkdir(join(root, 'scenarios'));
  await copyFile(worker, join(root, 'dist', 'worker', 'worker.js'));
  await copyFile(join(dirname(worker), 'package.json'), join(root, 'dist', 'worker', 'package.json'));
  await writeFile(join(root, 'package.json'), '{ "version": "0.0.0" }');
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return {
    folder,
    offtake: async (args, interrupt = false) => {
      let out = '';
      const errors: string[] = [];
      const terminal = {
        out: (text: string | Uint8Array) => {
          out += Buffer.from(text).toString();
        },
        error: (line: string) => errors.push(line),
        progress: () => undefined,
        onInterrupt: (listener: () => void) => {
          if (interrupt) setImmediate(listener);
        },
        folder,
      };
      const code = await runCommandLine([...args, '--library', join(folder, 'none')], terminal, root);
      return { code, out, errors };
    },
  };
}
