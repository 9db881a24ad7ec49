import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Handlers } from '#shared/contract/host.ts';
import type { ProjectionResult } from '#shared/contract/results.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { About } from '#shared/view/analysis/about.ts';
import type { ParsedArguments } from '../arguments.ts';
import type { OptionSpec } from '../command.ts';
import { type FromFile, workOnFile } from '../project-file.ts';
import type { Terminal } from '../terminal.ts';
import type { Workplace } from '../workplace.ts';
import { readMeasure, readMonth } from './read-question.ts';

/** Options that every analysis takes. */
export const questionOptions: Readonly<Record<string, OptionSpec>> = {
  of: { value: 'MEASURE', meaning: 'measure the question is about' },
  at: { value: 'DATE', meaning: 'month it is looked at, such as 2030-12, instead of the last' },
  json: { meaning: 'print the answer as JSON' },
};

/** A question about a file that has been read: what it is about, and how to have it answered. */
export interface FileQuestion {
  readonly handlers: Handlers;
  readonly about: About;
  readonly run: ProjectionResult;
  /** What every call of an analysis takes. */
  readonly asked: {
    readonly ticket: number;
    readonly scenario: ScenarioSource;
    readonly of: string;
    readonly at: number;
  };
}

/** An answer with what it is about. */
export interface FileAnswer<T> {
  readonly about: About;
  readonly run: ProjectionResult;
  readonly answer: T;
}

const ticket = 1;

/** The central path of a file that has been read, and what every call about it takes. */
export interface ProjectedFile {
  readonly handlers: Handlers;
  readonly run: ProjectionResult;
  readonly asked: { readonly ticket: number; readonly scenario: ScenarioSource };
}

/** Works on the file a command names on threads, with progress, once its central path is there; what is wrong has been said. */
export async function workOnProjection<T>(
  given: ParsedArguments,
  terminal: Terminal,
  workplace: Workplace,
  work: (file: ProjectedFile) => Promise<Outcome<T, Fault>>,
): Promise<FromFile<T>> {
  const found = await workOnFile<T>(given, terminal, workplace, {
    where: 'threads',
    listener: (name, payload) => {
      if (name !== 'work.progress' || !('fraction' in payload)) return;
      terminal.progress(`${payload.what}: ${Math.floor(payload.fraction * 100)} %`);
    },
    work: async (handlers, scenario) => {
      // Progress flows once it is known who listens.
      await handlers['app.describe']({});
      terminal.onInterrupt(() => void handlers['work.cancel']({ ticket }));
      const asked = { ticket, scenario };
      const run = await handlers['projection.run'](asked);
      return run.ok ? work({ handlers, run: run.value, asked }) : run;
    },
  });
  terminal.progress('');
  return found;
}

/** Answers a question about a measure of the file a command names. */
export function analyseFile<T>(
  given: ParsedArguments,
  terminal: Terminal,
  workplace: Workplace,
  answer: (question: FileQuestion) => Promise<Outcome<T, Fault>>,
): Promise<FromFile<FileAnswer<T>>> {
  return workOnProjection(given, terminal, workplace, async ({ handlers, run, asked }) => {
    const { projection } = run;
    const info = readMeasure(given, projection);
    if (!info.ok) return fail({ kind: 'invalid-call', message: info.error });
    const at = readMonth(given, projection);
    if (!at.ok) return fail({ kind: 'invalid-call', message: at.error });
    const about = { info: info.value, start: projection.start };
    const question = { ...asked, of: info.value.id, at: at.value };
    const reply = await answer({ handlers, about, run, asked: question });
    return reply.ok ? ok({ about, run, answer: reply.value }) : reply;
  });
}
