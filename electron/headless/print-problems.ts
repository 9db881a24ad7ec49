import type { Problem } from '#shared/scenario/problem.ts';

/** Writes problems one to a line, as editors and other tools can jump to: file, line, column, message. */
export function problemLines(file: string, problems: readonly Problem[]): string[] {
  return problems.map(
    ({ file: elsewhere, line, column, severity, message }) =>
      `${elsewhere ?? file}:${line}:${column}: ${severity}: ${message}`,
  );
}

/** Counts problems in words: `2 errors and 1 warning`; empty where there are none. */
export function problemCount(problems: readonly Problem[]): string {
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    const name = severity === 'info' ? 'remark' : severity;
    return count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`];
  });
  return counts.join(' and ');
}
