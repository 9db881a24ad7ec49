/** Where a command writes, and where it stands. */
export interface Terminal {
  /** What was asked for, as it is: people and programs read it. */
  readonly out: (text: string | Uint8Array) => void;
  /** A line about what went wrong or how far it is. */
  readonly error: (line: string) => void;
  /** A line that replaces the one before, for progress; nothing where nobody watches. */
  readonly progress: (line: string) => void;
  /** Calls back when the user presses Ctrl-C. */
  readonly onInterrupt: (listener: () => void) => void;
  /** Folder that paths are meant from. */
  readonly folder: string;
}

/** How a command ended: fine, faults in the scenario, wrong use, a bug, stopped by Ctrl-C. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

/** Makes the terminal this program was started in. */
export function realTerminal(): Terminal {
  return {
    out: (text) => process.stdout.write(text),
    error: (line) => process.stderr.write(`${line}\n`),
    progress: (line) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
    },
    onInterrupt: (listener) => {
      process.once('SIGINT', listener);
    },
    folder: process.cwd(),
  };
}
