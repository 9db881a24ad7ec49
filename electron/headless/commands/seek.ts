import { fail } from '#shared/base/outcome.ts';
import type { SeekInput } from '#shared/contract/analysis.ts';
import { jsonLines } from '#shared/export/json-lines.ts';
import { valueOfDimension } from '#shared/scenario/formula/value-in-unit.ts';
import { readFigure } from '#shared/view/analysis/read-figure.ts';
import { seekView } from '#shared/view/analysis/seek.ts';
import { pointDraws } from '#shared/view/analysis/usual-wishes.ts';
import { analyseFile, type FileQuestion, questionOptions } from '../analysis/analyse-file.ts';
import { describeInput, describeQuestion, plain } from '../analysis/describe-question.ts';
import { readInput } from '../analysis/read-question.ts';
import type { ParsedArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { conditional } from '../conditional.ts';
import { readCount } from '../read-values.ts';

/** Finds the value of an input that brings a measure to a target. */
export const seekCommand: Command = {
  name: 'seek',
  summary: 'find the value of an input that brings a measure to a target',
  operands: ['FILE'],
  options: {
    ...questionOptions,
    to: { value: 'TARGET', meaning: 'value the measure is to reach, with its unit' },
    input: { value: 'KEY[=LOW..HIGH]', meaning: 'input to vary, and where to search' },
    in: {
      value: 'SHARE',
      meaning: 'share of draws that must reach it, such as 90 %, instead of the central path',
    },
    side: { value: 'SIDE', meaning: 'with --in: at-least (the usual one) or at-most the target' },
    draws: {
      value: 'N',
      meaning: `with --in: draws for each value tried, ${pointDraws.usual} where not given`,
    },
  },
  run: async (given, terminal, workplace) => {
    const found = await analyseFile(given, terminal, workplace, (question) => seek(given, question));
    if (!found.ok) return found.code;
    const { about, run, answer } = found.value;
    const { input, solutions, sharesReached, nearest, tried, tied, runs, inDraws, target, at } = answer;
    if (given.has('json')) {
      const head = describeQuestion(workplace.version, given.operands[0] ?? '', run, about, at);
      const tries = { values: plain(tried.values), figures: plain(tried.figures) };
      const said = {
        target,
        inDraws,
        input: describeInput(input),
        solutions,
        sharesReached,
        nearest,
        tied,
        runs,
        tried: tries,
      };
      terminal.out(`${jsonLines({ ...head, ...said }, 2)}\n`);
    } else {
      const { finding, details } = seekView(about, answer, { target, inDraws });
      terminal.out(conditional([finding, ...details].join('\n')));
    }
    return solutions.length > 0 ? 0 : 1;
  },
};

async function seek(given: ParsedArguments, { handlers, about, asked }: FileQuestion) {
  const wrong = (message: string) => fail({ kind: 'invalid-call', message } as const);
  const [to, key] = [given.value('to'), given.value('input')];
  if (to === undefined) return wrong('Say what the measure is to reach: --to TARGET, such as --to $100B.');
  if (key === undefined)
    return wrong('Say which input to vary: --input KEY, such as --input deals.aws.capacity.slip.');
  const target = readFigure(to, about);
  if (!target.ok) return wrong(`--to: ${target.error}`);
  const inputs = await handlers['analysis.inputs'](asked);
  if (!inputs.ok) return inputs;
  const input = readInput('input', key, inputs.value.inputs, about.start);
  if (!input.ok) return wrong(input.error);
  const inDraws = readShare(given, about.start);
  if (typeof inDraws === 'string') return wrong(inDraws);
  const { note, ...range } = input.value;
  const reply = await handlers['analysis.seek']({
    ...asked,
    input: note.key,
    ...range,
    target: target.value,
    inDraws,
  });
  return reply.ok ? { ok: true as const, value: { ...reply.value, target: target.value, inDraws } } : reply;
}

/** Reads in which share of the draws the target is to be reached; a text is what is wrong. */
function readShare(
  given: ParsedArguments,
  start: FileQuestion['about']['start'],
): SeekInput['inDraws'] | string {
  const stated = given.value('in');
  if (stated === undefined) {
    const stray = ['side', 'draws'].find((option) => given.value(option) !== undefined);
    return stray === undefined ? null : `--${stray} is about draws; say in which share of them with --in.`;
  }
  const share = valueOfDimension(/[%\d]$/.test(stated) ? stated : `${stated} %`, 'share', start);
  if (!share.ok || !(share.value >= 0.001 && share.value <= 0.999)) {
    return `--in ${stated}: a share of the draws such as 90 % is expected.`;
  }
  const side = given.value('side') ?? 'at-least';
  if (side !== 'at-least' && side !== 'at-most') return `--side ${side}: at-least or at-most is expected.`;
  const draws = readCount(given, 'draws', pointDraws.most, pointDraws.fewest);
  if (!draws.ok) return draws.error;
  return { share: share.value, side, draws: draws.value ?? pointDraws.usual };
}
