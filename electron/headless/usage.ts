import { commonOptions } from './arguments.ts';
import type { Command } from './command.ts';
import { textTable } from './text-table.ts';

/** Writes how the program is used. */
export function usage(commands: readonly Command[]): string {
  const rows = commands.map(({ name, operands, summary }) => [`  ${[name, ...operands].join(' ')}`, summary]);
  return `offtake COMMAND, one of\n\n${textTable(rows, ['left', 'left'])}\n\nofftake COMMAND --help says more.\n`;
}

/** Writes how one command is used. */
export function commandUsage({ name, operands, summary, options }: Command): string {
  const rows = Object.entries({ ...options, ...commonOptions }).map(([option, { value, meaning }]) => [
    `  --${option}${value === undefined ? '' : ` ${value}`}`,
    meaning,
  ]);
  const title = ['offtake', name, ...operands, '[options]'].join(' ');
  return `${title}\n${summary}\n\n${textTable(rows, ['left', 'left'])}\n`;
}
