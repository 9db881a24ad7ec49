import type { ParsedArguments } from './arguments.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import type { Workplace } from './workplace.ts';

/** An option of a command: a switch, or one that takes a value. */
export interface OptionSpec {
  /** What the value is, as the usage shows it; absent for a switch. */
  readonly value?: string;
  readonly meaning: string;
}

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** What it does, in half a line. */
  readonly summary: string;
  /** Names of what follows the command, as the usage shows them: `FILE`, `[FILE]`, `FILE…`. */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly run: (given: ParsedArguments, terminal: Terminal, workplace: Workplace) => Promise<ExitCode>;
}
