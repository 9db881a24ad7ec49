import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { closest } from '#shared/scenario/text/closest.ts';
import type { Command, OptionSpec } from './command.ts';

/** What was given to a command. */
export interface ParsedArguments {
  readonly operands: readonly string[];
  readonly has: (option: string) => boolean;
  readonly value: (option: string) => string | undefined;
}

/** Options every command takes. */
export const commonOptions: Readonly<Record<string, OptionSpec>> = {
  library: { value: 'DIR', meaning: 'folder of your scenarios, instead of ~/Offtake or OFFTAKE_LIBRARY' },
  help: { meaning: 'say how the command is used' },
};

/** Reads what follows a command's name; a mistake is said in a line. */
export function parseFor(command: Command, args: readonly string[]): Outcome<ParsedArguments, string> {
  const specs = { ...command.options, ...commonOptions };
  const operands: string[] = [];
  const values = new Map<string, string>();
  const waiting = [...args];
  let isOnlyOperands = false;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (isOnlyOperands || next === '-' || !next.startsWith('-')) {
      operands.push(next);
    } else if (next === '--') {
      isOnlyOperands = true;
    } else {
      const [name = '', ...rest] = next.replace(/^--?/, '').split('=');
      const stated = rest.length === 0 ? undefined : rest.join('=');
      const option = name === 'h' ? 'help' : name;
      const spec = Object.hasOwn(specs, option) ? specs[option] : undefined;
      if (spec === undefined) return fail(unknownOption(next, Object.keys(specs)));
      if (spec.value === undefined && stated !== undefined) return fail(`--${option} takes no value.`);
      const value = spec.value === undefined ? '' : (stated ?? waiting.shift());
      if (value === undefined) return fail(`--${option} needs a value: --${option} ${spec.value}.`);
      values.set(option, value);
    }
  }
  return values.has('help') ? ok(given(operands, values)) : checkCount(command, given(operands, values));
}

function given(operands: readonly string[], values: ReadonlyMap<string, string>): ParsedArguments {
  return { operands, has: (option) => values.has(option), value: (option) => values.get(option) };
}

function checkCount(command: Command, parsed: ParsedArguments): Outcome<ParsedArguments, string> {
  const { operands } = command;
  const least = operands.filter((operand) => !operand.startsWith('[')).length;
  const most = operands.some((operand) => operand.endsWith('…')) ? Number.POSITIVE_INFINITY : operands.length;
  const count = parsed.operands.length;
  if (count < least) return fail(`${operands[count]?.replace('…', '') ?? 'An argument'} is missing.`);
  if (count > most) return fail(`“${parsed.operands[most]}” is one argument too many.`);
  return ok(parsed);
}

function unknownOption(met: string, known: readonly string[]): string {
  const meant = closest(met.replace(/^-+/, ''), known);
  return `There is no option ${met}${meant === null ? '.' : `; did you mean --${meant}?`}`;
}
