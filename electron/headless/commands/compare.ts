import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Handlers } from '#shared/contract/host.ts';
import { describeProblem } from '#shared/export/json.ts';
import { jsonLines } from '#shared/export/json-lines.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { ParsedArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { bridgesCsv, outcomesCsv } from '../compare/comparison-csv.ts';
import { describeComparison } from '../compare/comparison-json.ts';
import { comparisonReport } from '../compare/comparison-report.ts';
import type { ComparedFile, Comparison, ComparisonWish } from '../compare/gather-comparison.ts';
import { gatherComparison, ticket } from '../compare/gather-comparison.ts';
import { readComparison } from '../compare/read-comparison.ts';
import { problemCount, problemLines } from '../print-problems.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { faultLine, type Workplace } from '../workplace.ts';

/** How the command ends where something is wrong, everything having been said. */
interface Ended {
  readonly code: ExitCode;
}

/** Sets scenarios side by side: what differs, by how much, and why. */
export const compareCommand: Command = {
  name: 'compare',
  summary: 'say what differs between scenarios, by how much, and why',
  operands: ['A', 'B', '[C]', '[D]', '[E]', '[F]'],
  options: {
    bridge: { value: 'MEASURE', meaning: 'divide the difference of a measure among the inputs that differ' },
    at: { value: 'DATE', meaning: 'month that is looked at, such as 2030-12; the last one where not given' },
    of: {
      value: 'WHAT',
      meaning: 'with --bridge: mean (the usual one), p5, p50 or p95 of the draws, or central',
    },
    draws: { value: 'N', meaning: 'draws to make, instead of those the base states' },
    json: { meaning: 'print inputs, outcomes and bridge as JSON' },
    csv: { meaning: 'print the outcomes as CSV, or with --bridge its parts' },
  },
  run: async (given, terminal, workplace) => {
    if (given.has('json') && given.has('csv')) {
      terminal.error('Choose one of --json and --csv.');
      return 2;
    }
    const sources = await openAll(given, terminal, workplace);
    if (!sources.ok) return sources.error.code;
    const opened = await workplace.open('threads', (name, payload) => {
      if (name === 'compare.progress' && 'outcomes' in payload) {
        terminal.progress(`${payload.outcomes.done} of ${payload.outcomes.wanted} draws`);
      } else if (name === 'work.progress' && 'fraction' in payload) {
        terminal.progress(`${payload.what}: ${Math.round(payload.fraction * 100)} %`);
      }
    });
    if (!opened.ok) {
      terminal.error(faultLine(opened.error));
      return 2;
    }
    const { handlers, close } = opened.value;
    const found = await compare(given, terminal, workplace, handlers, sources.value);
    await close();
    terminal.progress('');
    if (!found.ok) return found.error.code;
    print(given, terminal, workplace, found.value);
    return 0;
  },
};

interface Compared {
  readonly wish: ComparisonWish;
  readonly comparison: Comparison;
}

async function openAll(
  given: ParsedArguments,
  terminal: Terminal,
  workplace: Workplace,
): Promise<Outcome<readonly ScenarioSource[], Ended>> {
  const sources: ScenarioSource[] = [];
  for (const file of given.operands) {
    const source = await workplace.openSource(file);
    if (!source.ok) {
      terminal.error(source.error.message);
      return fail({ code: source.error.kind === 'path' ? 2 : 1 });
    }
    sources.push(source.value);
  }
  return ok(sources);
}

async function compare(
  given: ParsedArguments,
  terminal: Terminal,
  workplace: Workplace,
  handlers: Handlers,
  sources: readonly ScenarioSource[],
): Promise<Outcome<Compared, Ended>> {
  // Progress flows once it is known who listens.
  await handlers['app.describe']({});
  terminal.onInterrupt(() => void handlers['work.cancel']({ ticket }));
  const files: ComparedFile[] = [];
  for (const [at, source] of sources.entries()) {
    const file = given.operands[at] ?? source.id;
    const run = await handlers['projection.run']({ ticket, scenario: source });
    if (!run.ok) return fail(sayFault(given, terminal, workplace, run.error, file));
    files.push({ file, source, run: run.value });
  }
  const wish = readComparison(given, files);
  if (!wish.ok) {
    terminal.error(wish.error);
    return fail({ code: 2 });
  }
  const comparison = await gatherComparison(handlers, wish.value);
  if (!comparison.ok) return fail(sayFault(given, terminal, workplace, comparison.error, null));
  return ok({ wish: wish.value, comparison: comparison.value });
}

function print(
  given: ParsedArguments,
  terminal: Terminal,
  workplace: Workplace,
  { wish, comparison }: Compared,
): void {
  const hasBridge = given.has('bridge');
  if (given.has('json')) {
    const described = describeComparison(workplace.version, wish.files, comparison, hasBridge);
    terminal.out(`${jsonLines(described, 3)}\n`);
  } else if (given.has('csv')) {
    terminal.out(hasBridge ? bridgesCsv(wish.files, comparison) : outcomesCsv(wish.files, comparison));
  } else {
    terminal.out(comparisonReport(wish, comparison, hasBridge));
  }
}

/** Says what went wrong; a scenario that does not read is named, with everything that is wrong with it. */
function sayFault(
  given: ParsedArguments,
  terminal: Terminal,
  workplace: Workplace,
  fault: Fault,
  file: string | null,
): Ended {
  terminal.progress('');
  if (fault.kind !== 'invalid-scenario') {
    terminal.error(faultLine(fault));
    if (fault.kind === 'internal') return { code: 3 };
    return { code: fault.kind === 'cancelled' ? 130 : 2 };
  }
  const name = file ?? fault.problems.find((problem) => problem.file !== undefined)?.file ?? '';
  if (given.has('json')) {
    const problems = fault.problems.map(describeProblem);
    terminal.out(
      `${JSON.stringify({ offtake: workplace.version, scenario: { file: name }, problems }, null, 2)}\n`,
    );
  }
  for (const line of problemLines(name, fault.problems)) terminal.error(line);
  terminal.error(`${name} does not read: ${problemCount(fault.problems)}.`);
  return { code: 1 };
}
