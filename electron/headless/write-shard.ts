import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { headlineMeasures } from '#shared/view/headline.ts';
import type { ParsedArguments } from './arguments.ts';
import { workOnFile } from './project-file.ts';
import { readNames } from './read-values.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import type { Workplace } from './workplace.ts';

/** Which shard of a run, counted from 1, of how many. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

const ticket = 1;

/** Reads `--shard K/N`; the whole run is the one shard of one. */
export function readShard(given: ParsedArguments): Outcome<Shard, string> {
  const stated = given.value('shard');
  if (stated === undefined) return ok({ index: 1, of: 1 });
  const [index = Number.NaN, of = Number.NaN] = /^\d+\/\d+$/.test(stated)
    ? stated.split('/').map(Number)
    : [];
  if (index >= 1 && index <= of && of <= 100_000) return ok({ index, of });
  return fail(`--shard ${stated}: the number of a shard and how many there are, such as 3/20, is expected.`);
}

/** Makes the draws of a shard and writes them to the file that `--to` names. */
export async function writeShard(
  given: ParsedArguments,
  terminal: Terminal,
  workplace: Workplace,
  target: string,
  draws: number | undefined,
): Promise<ExitCode> {
  const shard = readShard(given);
  if (!shard.ok) {
    terminal.error(shard.error);
    return 2;
  }
  const written = await workOnFile(given, terminal, workplace, {
    where: 'threads',
    target,
    listener: (name, payload) => {
      if (name !== 'work.progress' || !('fraction' in payload)) return;
      terminal.progress(`${payload.what}: ${Math.floor(payload.fraction * 100)} %`);
    },
    work: async (handlers, scenario) => {
      await handlers['app.describe']({});
      terminal.onInterrupt(() => void handlers['work.cancel']({ ticket }));
      const run = await handlers['projection.run']({ ticket, scenario });
      if (!run.ok) return run;
      const known = run.value.projection.series.map(({ info }) => info.id);
      const measures = readNames(given, 'measures', known);
      if (!measures.ok) return fail({ kind: 'invalid-call', message: measures.error });
      return handlers['simulation.shard']({
        ticket,
        scenario,
        measures: measures.value ?? headlineMeasures,
        shard: shard.value,
        ...(draws === undefined ? {} : { draws }),
      });
    },
  });
  terminal.progress('');
  if (!written.ok) return written.code;
  const { firstDraw, draws: count, bytes } = written.value;
  const size = (bytes / 1e6).toFixed(1);
  terminal.error(`Wrote draws ${firstDraw} to ${firstDraw + count - 1} to ${target}, ${size} MB.`);
  return 0;
}
