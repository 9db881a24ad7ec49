import type { Outcome } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Handlers } from '#shared/contract/host.ts';
import type { ProjectionResult } from '#shared/contract/results.ts';
import { describeProblem } from '#shared/export/json.ts';
import type { Problem } from '#shared/scenario/problem.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { EventListener } from '../service/service.ts';
import type { ParsedArguments } from './arguments.ts';
import { problemCount, problemLines } from './print-problems.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { faultLine, type Workplace } from './workplace.ts';

/** Something a file gave, or how the command is to end, everything having been said. */
export type FromFile<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ExitCode };

/** What a command says about the work it wants done on a file. */
export interface FileWork<T> {
  /** `threads` for work worth starting threads for. */
  readonly where: 'here' | 'threads';
  readonly listener?: EventListener;
  /** Where files that the work hands over go. */
  readonly target?: string;
  readonly work: (handlers: Handlers, scenario: ScenarioSource) => Promise<Outcome<T, Fault>>;
}

/** Reads the file a command names and does work on it; says what is wrong otherwise. */
export async function workOnFile<T>(
  given: ParsedArguments,
  terminal: Terminal,
  workplace: Workplace,
  { where, listener, target, work }: FileWork<T>,
): Promise<FromFile<T>> {
  const file = given.operands[0] ?? '';
  const source = await workplace.openSource(file);
  if (!source.ok) {
    terminal.error(source.error.message);
    return { ok: false, code: source.error.kind === 'path' ? 2 : 1 };
  }
  const opened = await workplace.open(where, listener, target);
  if (!opened.ok) {
    terminal.error(faultLine(opened.error));
    return { ok: false, code: 2 };
  }
  const reply = await work(opened.value.handlers, source.value);
  await opened.value.close();
  if (reply.ok) return reply;
  if (reply.error.kind === 'invalid-scenario') sayProblems(given, terminal, workplace, reply.error.problems);
  else terminal.error(faultLine(reply.error));
  return { ok: false, code: codeFor(reply.error) };
}

/** Computes the central path of the file a command names. */
export function projectFile(
  given: ParsedArguments,
  terminal: Terminal,
  workplace: Workplace,
): Promise<FromFile<ProjectionResult>> {
  return workOnFile(given, terminal, workplace, {
    where: 'here',
    work: (handlers, scenario) => handlers['projection.run']({ ticket: 1, scenario }),
  });
}

function sayProblems(
  given: ParsedArguments,
  terminal: Terminal,
  workplace: Workplace,
  problems: readonly Problem[],
): void {
  const file = given.operands[0] ?? '';
  if (given.has('json')) {
    const failed = {
      offtake: workplace.version,
      scenario: { file },
      problems: problems.map(describeProblem),
    };
    terminal.out(`${JSON.stringify(failed, null, 2)}\n`);
    return;
  }
  for (const line of problemLines(file, problems)) terminal.error(line);
  terminal.error(`${file} has ${problemCount(problems)}.`);
}

function codeFor(fault: Fault): ExitCode {
  if (fault.kind === 'internal') return 3;
  if (fault.kind === 'cancelled') return 130;
  return fault.kind === 'invalid-call' || fault.kind === 'too-large' ? 2 : 1;
}
