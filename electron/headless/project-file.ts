import type { ProjectionResult } from '#shared/contract/results.ts';
import { describeProblem } from '../service/formats/json.ts';
import type { ParsedArguments } from './arguments.ts';
import { problemCount, problemLines } from './print-problems.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { faultLine, type Workplace } from './workplace.ts';

/** A scenario file that could be computed, or how the command is to end, everything having been said. */
export type Projected =
  | { readonly ok: true; readonly file: string; readonly result: ProjectionResult }
  | { readonly ok: false; readonly code: ExitCode };

/** Reads the file a command names and computes its central path; says what is wrong otherwise. */
export async function projectFile(
  given: ParsedArguments,
  terminal: Terminal,
  workplace: Workplace,
): Promise<Projected> {
  const file = given.operands[0] ?? '';
  const source = await workplace.openSource(file);
  if (!source.ok) {
    terminal.error(source.error.message);
    return { ok: false, code: source.error.kind === 'path' ? 2 : 1 };
  }
  const work = await workplace.open('here');
  if (!work.ok) {
    terminal.error(faultLine(work.error));
    return { ok: false, code: 2 };
  }
  const reply = await work.value.handlers['projection.run']({ ticket: 1, scenario: source.value });
  await work.value.close();
  if (reply.ok) return { ok: true, file, result: reply.value };
  if (reply.error.kind !== 'invalid-scenario') {
    terminal.error(faultLine(reply.error));
    return { ok: false, code: reply.error.kind === 'internal' ? 3 : 1 };
  }
  const { problems } = reply.error;
  if (given.has('json')) {
    const failed = {
      offtake: workplace.version,
      scenario: { file },
      problems: problems.map(describeProblem),
    };
    terminal.out(`${JSON.stringify(failed, null, 2)}\n`);
  } else {
    for (const line of problemLines(file, problems)) terminal.error(line);
    terminal.error(`${file} has ${problemCount(problems)}.`);
  }
  return { ok: false, code: 1 };
}
