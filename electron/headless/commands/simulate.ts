import { fail, ok } from '#shared/base/outcome.ts';
import type { ProjectionResult, SimulationResult } from '#shared/contract/results.ts';
import { describeRun } from '#shared/export/json.ts';
import { jsonLines } from '#shared/export/json-lines.ts';
import { headlineMeasures } from '#shared/view/headline.ts';
import { describeBands } from '../../service/formats/bands-json.ts';
import type { ParsedArguments } from '../arguments.ts';
import { bandsCsv } from '../bands-csv.ts';
import type { Command } from '../command.ts';
import { workOnFile } from '../project-file.ts';
import { readCount, readNames } from '../read-values.ts';
import { simulationReport } from '../simulation-report.ts';
import type { Terminal } from '../terminal.ts';
import type { Workplace } from '../workplace.ts';
import { writeShard } from '../write-shard.ts';

interface Simulated {
  readonly run: ProjectionResult;
  readonly simulation: SimulationResult;
}

const mostDraws = 1_000_000;
/** Draws of all shards together; each holds its own alone. */
const mostShardedDraws = 100_000_000;
const ticket = 1;

/** Runs a scenario over many draws and says how wide its measures spread. */
export const simulateCommand: Command = {
  name: 'simulate',
  summary: 'run a scenario over many draws and print percentiles',
  operands: ['FILE'],
  options: {
    draws: { value: 'N', meaning: 'draws to make, instead of those the scenario states' },
    measures: { value: 'A,B', meaning: 'measures to sum up, instead of the headline figures' },
    json: { meaning: 'print what run --json prints, with draws and bands' },
    csv: { meaning: 'print the bands as CSV, a measure and month to a line' },
    to: { value: 'FILE', meaning: 'write every draw to a Parquet file instead of printing percentiles' },
    shard: { value: 'K/N', meaning: 'with --to: only the K-th of N equal parts of the draws' },
  },
  run: async (given, terminal, workplace) => {
    const target = given.value('to');
    const draws = readCount(given, 'draws', target === undefined ? mostDraws : mostShardedDraws);
    if (!draws.ok || (given.has('json') && given.has('csv'))) {
      terminal.error(draws.ok ? 'Choose one of --json and --csv.' : draws.error);
      return 2;
    }
    if (target !== undefined) return writeShard(given, terminal, workplace, target, draws.value);
    if (given.has('shard')) {
      terminal.error('Say where the draws of the shard go: --to FILE, such as --to draws-1.parquet.');
      return 2;
    }
    const simulated = await simulate(given, terminal, workplace, draws.value);
    terminal.progress('');
    if (!simulated.ok) return simulated.code;
    const { run, simulation } = simulated.value;
    const file = given.operands[0] ?? '';
    if (given.has('json')) {
      const described = {
        ...describeRun(workplace.version, { ...run, file, fan: null }),
        ...describeBands(simulation),
      };
      terminal.out(`${jsonLines(described, 3)}\n`);
    } else if (given.has('csv')) {
      terminal.out(bandsCsv(run.projection, simulation));
    } else {
      terminal.out(simulationReport(run, simulation));
    }
    return 0;
  },
};

function simulate(
  given: ParsedArguments,
  terminal: Terminal,
  workplace: Workplace,
  draws: number | undefined,
): ReturnType<typeof workOnFile<Simulated>> {
  return workOnFile<Simulated>(given, terminal, workplace, {
    where: 'threads',
    listener: (name, payload) => {
      if (name !== 'simulation.progress' || !('result' in payload)) return;
      terminal.progress(`${payload.result.done} of ${payload.result.wanted} draws`);
    },
    work: async (handlers, scenario) => {
      // Progress flows once it is known who listens.
      await handlers['app.describe']({});
      terminal.onInterrupt(() => void handlers['work.cancel']({ ticket }));
      const run = await handlers['projection.run']({ ticket, scenario });
      if (!run.ok) return run;
      const known = run.value.projection.series.map(({ info }) => info.id);
      const measures = readNames(given, 'measures', known);
      if (!measures.ok) return fail({ kind: 'invalid-call', message: measures.error });
      const wanted = measures.value ?? headlineMeasures;
      const input = { ticket, scenario, measures: wanted, ...(draws === undefined ? {} : { draws }) };
      const simulation = await handlers['simulation.run'](input);
      return simulation.ok ? ok({ run: run.value, simulation: simulation.value }) : simulation;
    },
  });
}
