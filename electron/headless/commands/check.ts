import { describeProblem } from '#shared/export/json.ts';
import type { Command } from '../command.ts';
import { problemCount, problemLines } from '../print-problems.ts';
import { projectFile } from '../project-file.ts';

/** Says what is wrong with a scenario, all of it at once. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'say everything that is wrong with a scenario',
  operands: ['FILE'],
  options: { json: { meaning: 'print the problems as JSON' } },
  run: async (given, terminal, workplace) => {
    const projected = await projectFile(given, terminal, workplace);
    if (!projected.ok) return projected.code;
    const result = projected.value;
    const file = given.operands[0] ?? '';
    const { title, hash, seed, problems } = result;
    if (given.has('json')) {
      const found = {
        offtake: workplace.version,
        scenario: { title, file, hash, seed },
        problems: problems.map(describeProblem),
      };
      terminal.out(`${JSON.stringify(found, null, 2)}\n`);
      return 0;
    }
    for (const line of problemLines(file, problems)) terminal.error(line);
    const count = problemCount(problems);
    terminal.out(`${file} is fine${count === '' ? '' : `, with ${count}`}: ${title}\n`);
    return 0;
  },
};
