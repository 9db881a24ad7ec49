import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { SweepAxis } from '#shared/contract/analysis.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { jsonLines } from '#shared/export/json-lines.ts';
import type { About } from '#shared/view/analysis/about.ts';
import type { InputNote, SweepResult } from '#shared/view/analysis/answers.ts';
import { sweepView } from '#shared/view/analysis/sweep.ts';
import { pointDraws } from '#shared/view/analysis/usual-wishes.ts';
import { analyseFile, type FileQuestion, questionOptions } from '../analysis/analyse-file.ts';
import { describeInput, describeQuestion, plain } from '../analysis/describe-question.ts';
import { readInput } from '../analysis/read-question.ts';
import type { ParsedArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { conditional } from '../conditional.ts';
import { readCount } from '../read-values.ts';
import { textTable } from '../text-table.ts';

const usualSteps = { one: 11, two: 7 } as const;
const mostSteps = 200;

/** Computes a measure over values of one or two inputs. */
export const sweepCommand: Command = {
  name: 'sweep',
  summary: 'compute a measure over values of one or two inputs',
  operands: ['FILE'],
  options: {
    ...questionOptions,
    input: { value: 'KEY[=LOW..HIGH]', meaning: 'input to vary, and how far' },
    against: { value: 'KEY[=LOW..HIGH]', meaning: 'a second input, for a table of both' },
    steps: { value: 'N[,N]', meaning: 'values of each input' },
    draws: {
      value: 'N',
      meaning: 'P10, P50 and P90 over as many draws at each value, instead of the central path',
    },
  },
  run: async (given, terminal, workplace) => {
    const found = await analyseFile(given, terminal, workplace, (question) => sweep(given, question));
    if (!found.ok) return found.code;
    const { about, run, answer } = found.value;
    if (given.has('json')) {
      const head = describeQuestion(workplace.version, given.operands[0] ?? '', run, about, answer.at);
      terminal.out(`${jsonLines({ ...head, ...describeSweep(answer) }, 2)}\n`);
    } else {
      terminal.out(conditional(report(about, answer)));
    }
    return 0;
  },
};

async function sweep(
  given: ParsedArguments,
  { handlers, about, asked }: FileQuestion,
): Promise<Outcome<SweepResult, Fault>> {
  const wrong = (message: string) => fail({ kind: 'invalid-call', message } as const);
  const key = given.value('input');
  if (key === undefined)
    return wrong('Say which input to vary: --input KEY, such as --input deals.aws.capacity.slip.');
  const inputs = await handlers['analysis.inputs'](asked);
  if (!inputs.ok) return inputs;
  const other = given.value('against');
  const usual = other === undefined ? usualSteps.one : usualSteps.two;
  const steps = readSteps(given, usual);
  if (typeof steps === 'string') return wrong(steps);
  const axis = (option: string, stated: string, count: number): Outcome<SweepAxis, string> => {
    const read = readInput(option, stated, inputs.value.inputs, about.start);
    if (!read.ok) return read;
    const { note, ...range } = read.value;
    return ok({ input: note.key, ...range, steps: count });
  };
  const first = axis('input', key, steps[0]);
  if (!first.ok) return wrong(first.error);
  const second = other === undefined ? ok(null) : axis('against', other, steps[1]);
  if (!second.ok) return wrong(second.error);
  const draws = readCount(given, 'draws', pointDraws.most, pointDraws.fewest);
  if (!draws.ok) return wrong(draws.error);
  const axes = { first: first.value, second: second.value };
  if (draws.value === undefined) return handlers['analysis.sweep']({ ...asked, ...axes });
  return handlers['analysis.sweep']({ ...asked, ...axes, draws: draws.value });
}

/** Reads how many values each input takes; a text is what is wrong. */
function readSteps(given: ParsedArguments, usual: number): readonly [number, number] | string {
  const stated = given.value('steps');
  if (stated === undefined) return [usual, usual];
  const [first = Number.NaN, second = first, ...others] = stated.split(',').map(Number);
  const isGood = [first, second].every(
    (count) => Number.isInteger(count) && count >= 2 && count <= mostSteps,
  );
  if (!isGood || others.length > 0)
    return `--steps ${stated}: one or two whole numbers from 2 to ${mostSteps} are expected.`;
  return stated.includes(',') && given.value('against') === undefined
    ? `--steps ${stated}: the second number is for a second input; add --against KEY, or leave it out.`
    : [first, second];
}

function report(about: About, result: SweepResult): string {
  const { finding, details, table } = sweepView(about, result);
  const [head = []] = table;
  const align = head.map((_, column) => (column === 0 ? ('left' as const) : ('right' as const)));
  return `${[finding, ...details].join('\n')}\n\n${textTable(table, align)}\n`;
}

function describeSweep(result: SweepResult): object {
  const { first, second, figures, paths, inDraws, months, runs, ties } = result;
  const axis = ({ input, values }: { readonly input: InputNote; readonly values: Float64Array }) => {
    return { ...describeInput(input), values: plain(values) };
  };
  const rowsOf = (values: Float64Array, width: number) =>
    Array.from(first.values, (_, row) => plain(values.subarray(row * width, (row + 1) * width)));
  const shape = (values: Float64Array) =>
    second === null ? plain(values) : rowsOf(values, second.values.length);
  const tied = ties.flatMap((one) => one.tied);
  const asked = { runs, input: axis(first), ...(second === null ? {} : { against: axis(second) }), tied };
  if (inDraws !== null) {
    const { draws, p10, p90, p10Error, p50Error, p90Error, answered } = inDraws;
    const bands = { p10: shape(p10), p50: shape(figures), p90: shape(p90) };
    const errors = {
      p10Error: shape(p10Error),
      p50Error: shape(p50Error),
      p90Error: shape(p90Error),
    };
    return { ...asked, draws, ...bands, ...errors, answered: shape(answered) };
  }
  if (second !== null) return { ...asked, figures: shape(figures) };
  return { ...asked, figures: shape(figures), byMonth: rowsOf(paths, months) };
}
