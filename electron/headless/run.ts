import { missingLibraryText } from '#shared/contract/missing-library.ts';
import { closest } from '#shared/scenario/text/closest.ts';
import { parseFor } from './arguments.ts';
import type { Command } from './command.ts';
import { actualsCommand } from './commands/actuals.ts';
import { checkCommand } from './commands/check.ts';
import { compareCommand } from './commands/compare.ts';
import { exportCommand } from './commands/export.ts';
import { listCommand } from './commands/list.ts';
import { referenceCommand } from './commands/reference.ts';
import { runCommand } from './commands/run.ts';
import { seekCommand } from './commands/seek.ts';
import { sensitivityCommand } from './commands/sensitivity.ts';
import { simulateCommand } from './commands/simulate.ts';
import { sourcesCommand } from './commands/sources.ts';
import { sweepCommand } from './commands/sweep.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { commandUsage, usage } from './usage.ts';
import { findWorkplace } from './workplace.ts';

const commands: readonly Command[] = [
  checkCommand,
  runCommand,
  simulateCommand,
  compareCommand,
  sensitivityCommand,
  seekCommand,
  sweepCommand,
  actualsCommand,
  sourcesCommand,
  exportCommand,
  listCommand,
  referenceCommand,
];

/** Runs one command of the command line; a defect is said in a line too, with its stack when asked for. */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  root: string,
): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(usage(commands));
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    const meant = closest(
      name,
      commands.map((one) => one.name),
    );
    const guess = meant === null ? '.' : `; did you mean ${meant}?`;
    terminal.error(`There is no command “${name}”${guess} See offtake --help.`);
    return 2;
  }
  const given = parseFor(command, rest);
  if (!given.ok) {
    terminal.error(`${given.error} See offtake ${name} --help.`);
    return 2;
  }
  if (given.value.has('help')) {
    terminal.out(commandUsage(command));
    return 0;
  }
  try {
    const workplace = findWorkplace(root, given.value.value('library'), terminal.folder);
    const { missingLibrary, library } = workplace.places;
    if (missingLibrary !== null) terminal.error(missingLibraryText(missingLibrary, library));
    return await command.run(given.value, terminal, workplace);
  } catch (error) {
    terminal.error(`offtake ${name} broke down: ${error instanceof Error ? error.message : String(error)}`);
    if (process.env['OFFTAKE_DEBUG'] !== undefined && error instanceof Error)
      terminal.error(error.stack ?? '');
    return 3;
  }
}
