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

/** Answers a question about the file a command names, on threads, with progress; what is wrong has been said. */
export async function analyseFile<T>(
  given: ParsedArguments,
  terminal: Terminal,
  workplace: Workplace,
  answer: (question: FileQuestion) => Promise<Outcome<T, Fault>>,
): Promise<FromFile<FileAnswer<T>>> {
  const found = await workOnFile<FileAnswer<T>>(given, terminal, workplace, {
    where: 'threads',
    listener: (name, payload) => {
      if (name !== 'work.progress' || !('fraction' in payload)) return;
      terminal.progress(`${payload.what}: ${Math.floor(payload.fraction * 100)} %`);
    },
    work: async (handlers, scenario) => {
      // Progress flows once it is known who listens.
      await handlers['app.describe']({});
      terminal.onInterrupt(() => void handlers['work.cancel']({ ticket }));
      const run = await handlers['projection.run']({ ticket, scenario });
      if (!run.ok) return run;
      const { projection } = run.value;
      const info = readMeasure(given, projection);
      if (!info.ok) return fail({ kind: 'invalid-call', message: info.error });
      const at = readMonth(given, projection);
      if (!at.ok) return fail({ kind: 'invalid-call', message: at.error });
      const about = { info: info.value, start: projection.start };
      const asked = { ticket, scenario, of: info.value.id, at: at.value };
      const reply = await answer({ handlers, about, run: run.value, asked });
      return reply.ok ? ok({ about, run: run.value, answer: reply.value }) : reply;
    },
  });
  terminal.progress('');
  return found;
}
