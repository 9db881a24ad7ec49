import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** A program under test in a process of its own, which says on its output what it has done. */
export interface Child {
  readonly process: ChildProcess;
  /** Every whole line it has said. */
  readonly lines: readonly string[];
  /** Resolves when it has ended: with its exit code, or null when it was killed. */
  readonly ended: Promise<number | null>;
  /** Resolves once it has said a line that fits; rejects when it ends without. */
  readonly said: (pattern: RegExp) => Promise<string>;
  /** Ends it as a loss of power would: at once, and without a word. */
  readonly kill: () => Promise<void>;
}

/** How a child is to be started, beside its program and its input. */
export interface ChildOptions {
  /** Words to put in front of the command, such as those that limit what it may do. */
  readonly before?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts a bundled program with an input it reads from its arguments. */
export function startChild(program: string, input: unknown, options: ChildOptions = {}): Child {
  const words = [...(options.before ?? []), process.execPath, program, JSON.stringify(input)];
  return watchChild(
    spawn(words[0] ?? '', words.slice(1), {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...options.environment },
    }),
  );
}

/** Listens to a process that has been started. */
export function watchChild(child: ChildProcess): Child {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let rest = '';
  let hasEnded = false;
  child.stdout?.on('data', (piece: Buffer) => {
    const parts = (rest + piece.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    for (const look of waiting) look();
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      hasEnded = true;
      for (const look of waiting) look();
      resolve(code);
    });
  });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return {
    process: child,
    lines,
    ended,
    kill,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = lines.find((line) => pattern.test(line));
          if (found === undefined && !hasEnded) return;
          waiting.delete(look);
          if (found === undefined) reject(new Error(`the program ended without saying ${pattern}`));
          else resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}
