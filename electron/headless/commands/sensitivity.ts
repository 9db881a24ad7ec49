import { jsonLines } from '#shared/export/json-lines.ts';
import type { About } from '#shared/view/analysis/about.ts';
import type { SensitivityMethod, SensitivityResult } from '#shared/view/analysis/answers.ts';
import { sensitivityView } from '#shared/view/analysis/sensitivity.ts';
import { monthAfter, monthCode } from '#shared/view/calendar.ts';
import { analyseFile, questionOptions } from '../analysis/analyse-file.ts';
import { describeInput, describeQuestion, plain } from '../analysis/describe-question.ts';
import type { ParsedArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { conditional } from '../conditional.ts';
import { readCount } from '../read-values.ts';
import { textTable } from '../text-table.ts';

const methods: readonly SensitivityMethod[] = ['rank', 'tornado', 'sobol'];
const fewestRows = 64;
const mostRows = 65_536;

/** Says which uncertain inputs a measure depends on. */
export const sensitivityCommand: Command = {
  name: 'sensitivity',
  summary: 'say which uncertain inputs a measure depends on',
  operands: ['FILE'],
  options: {
    ...questionOptions,
    method: { value: 'METHOD', meaning: 'rank (the usual one), tornado or sobol' },
    rows: { value: 'N', meaning: 'rows of the design of sobol, 512 where not given' },
    'by-month': { meaning: 'give the shares month by month as well, with --json' },
  },
  run: async (given, terminal, workplace) => {
    const stated = given.value('method') ?? 'rank';
    const method = methods.find((one) => one === stated);
    const rows = readCount(given, 'rows', mostRows, fewestRows);
    if (method === undefined || !rows.ok) {
      terminal.error(rows.ok ? `--method ${stated}: rank, tornado or sobol is expected.` : rows.error);
      return 2;
    }
    const stray = strayOption(given, method);
    if (stray !== null) {
      terminal.error(stray);
      return 2;
    }
    const isByMonth = given.has('by-month');
    const found = await analyseFile(given, terminal, workplace, ({ handlers, asked }) => {
      const design = rows.value === undefined ? {} : { rows: rows.value };
      return handlers['analysis.sensitivity']({ ...asked, method, isByMonth, ...design });
    });
    if (!found.ok) return found.code;
    const { about, run, answer } = found.value;
    if (given.has('json')) {
      const head = describeQuestion(workplace.version, given.operands[0] ?? '', run, about, answer.at);
      terminal.out(`${jsonLines({ ...head, ...describeSensitivity(about, answer) }, 2)}\n`);
    } else {
      terminal.out(conditional(report(about, answer)));
    }
    return 0;
  },
};

/** Says which option would have no effect, and what it goes with; null where each has one. */
function strayOption(given: ParsedArguments, method: SensitivityMethod): string | null {
  if (given.has('rows') && method !== 'sobol')
    return `--rows is about the design of sobol, and the method is ${method}; add --method sobol.`;
  return given.has('by-month') && !given.has('json')
    ? '--by-month gives a share for every input and month, which is printed as JSON only; add --json.'
    : null;
}

function report(about: About, result: SensitivityResult): string {
  const { finding, basis, warning, heads, rows } = sensitivityView(about, result);
  const table = [['input', ...heads], ...rows.map(({ key, cells }) => [key, ...cells])];
  return [
    finding,
    basis,
    ...(warning === null ? [] : [`Take care: ${warning}`]),
    '',
    textTable(table, ['left', 'right', 'right']),
    '',
  ].join('\n');
}

function describeSensitivity({ start }: About, result: SensitivityResult): object {
  const { method, inputs, tied, runs, months, shares } = result;
  const byInput = inputs.map((note, input) => ({ ...describeInput(note), ...effectOf(result, input) }));
  const share = (input: number): (number | null)[] =>
    plain(shares.subarray(input * months.length, (input + 1) * months.length));
  const byMonth = {
    months: Array.from(months, (month) => monthCode(monthAfter(start, month))),
    shares: Object.fromEntries(inputs.map(({ key }, input) => [key, share(input)])),
  };
  return { method, runs, correlated: tied, inputs: byInput, ...(months.length === 0 ? {} : { byMonth }) };
}

/** What the method says of one input; no answer is null, as JSON has no other word for it. */
function effectOf(result: SensitivityResult, input: number): object {
  switch (result.method) {
    case 'rank': {
      const { rank, standardError, contribution } = result;
      return { rank: rank[input], standardError: standardError[input], contribution: contribution[input] };
    }
    case 'tornado': {
      const { p10, p90, atP10, atP90, central } = result;
      return { p10: p10[input], p90: p90[input], central, atP10: atP10[input], atP90: atP90[input] };
    }
    case 'sobol':
      return { first: result.first[input], total: result.total[input] };
  }
}
