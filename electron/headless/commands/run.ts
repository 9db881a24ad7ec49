import { csv } from '#shared/export/csv.ts';
import { json } from '#shared/export/json.ts';
import type { Command } from '../command.ts';
import { problemLines } from '../print-problems.ts';
import { projectFile } from '../project-file.ts';
import { runReport } from '../run-report.ts';

/** Computes the central path of a scenario, every input at its median. */
export const runCommand: Command = {
  name: 'run',
  summary: 'compute the central path of a scenario',
  operands: ['FILE'],
  options: {
    json: { meaning: 'print every measure by month as JSON' },
    csv: { meaning: 'print every measure by month as CSV, a value to a line' },
  },
  run: async (given, terminal, workplace) => {
    if (given.has('json') && given.has('csv')) {
      terminal.error('Choose one of --json and --csv.');
      return 2;
    }
    const projected = await projectFile(given, terminal, workplace);
    if (!projected.ok) return projected.code;
    const result = projected.value;
    const file = given.operands[0] ?? '';
    const document = { version: workplace.version, scenarios: [{ ...result, file, fan: null }] };
    if (given.has('json') || given.has('csv')) {
      terminal.out(given.has('csv') ? csv(document) : json(document));
    } else {
      const warnings = result.problems.filter(({ severity }) => severity !== 'info');
      for (const line of problemLines(file, warnings)) terminal.error(line);
      terminal.out(runReport(result));
    }
    return 0;
  },
};
