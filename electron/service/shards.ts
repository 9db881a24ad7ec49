import { posix } from 'node:path';
import { invariant } from '#shared/base/assert.ts';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Handlers, Input } from '#shared/contract/host.ts';
import { monthAfter, monthCode } from '#shared/view/calendar.ts';
import { lendSamples, storeOf } from '../engine/shared-samples.ts';
import { createStop, type Stop } from '../engine/stop.ts';
import { drawStretch } from '../engine/stretches.ts';
import type { ScenarioDraws } from '../exporters/draws/parquet.ts';
import { hashSource } from './hash-source.ts';
import type { SessionContext } from './session-context.ts';

type ShardInput = Input<'simulation.shard'>;

/** Makes the handler that makes one shard of a run and hands its draws to the user. */
export function shardHandlers(context: SessionContext): Pick<Handlers, 'simulation.shard'> {
  return {
    'simulation.shard': (input) => {
      const stop = createStop();
      return context.tickets.during(input.ticket, stop, async () => {
        const { drawsParquet } = await import('../exporters/draws/parquet.ts');
        const drawn = await drawShard(context, input, stop, (made) => {
          const { firstDraw, draws } = made;
          return { firstDraw, draws, bytes: drawsParquet(context.version, [made]) };
        });
        if (!drawn.ok) return drawn;
        const { bytes, ...about } = drawn.value;
        const mime = 'application/vnd.apache.parquet';
        const saved = await context.shell.deliver({ name: 'draws.parquet', mime, bytes });
        return saved.ok ? ok({ ...saved.value, ...about }) : saved;
      });
    },
  };
}

type ShardDraws = ScenarioDraws & { readonly firstDraw: number };

/**
 * Makes the draws of one shard. A draw depends on its number alone, so the shards of a run together are the run, bit for
 * bit, wherever each is made. They are lent for as long as something is made of them.
 */
async function drawShard<T>(
  context: SessionContext,
  { ticket, scenario: source, measures, draws, shard }: ShardInput,
  stop: Stop,
  use: (made: ShardDraws) => T,
): Promise<Outcome<T, Fault>> {
  const { runner, emit } = context;
  const run = await context.results.find(source, stop);
  if (!run.ok) return run;
  const scenario = { hash: hashSource(source), source };
  const asked = await runner.run('prepare', { scenario, measures }, { stop });
  if (!asked.ok) return asked;
  const all = draws ?? asked.value.draws;
  const [from, to] = [shard.index - 1, shard.index].map((edge) => Math.floor((edge * all) / shard.of));
  if (from === undefined || to === undefined || from >= to) {
    const message = `Shard ${shard.index} of ${shard.of} of ${all} draws has none; ask for fewer shards or more draws.`;
    return fail({ kind: 'invalid-call', message });
  }
  const { projection, title, hash, seed } = run.value;
  const units = new Map(projection.series.map(({ info }) => [info.id, info.unit]));
  const about = {
    file: posix.basename(source.id),
    title,
    hash,
    seed,
    months: Array.from({ length: projection.months }, (_, at) => monthCode(monthAfter(projection.start, at))),
    firstDraw: from,
    draws: to - from,
    measures: asked.value.measures.map((id) => ({ id, unit: units.get(id) ?? '' })),
  };
  const shardOnly = { ...asked.value, draws: to - from };
  const made = await lendSamples(
    runner.memory,
    [shardOnly],
    stop,
    async ([shared]) => {
      invariant(shared !== undefined, 'one simulation is lent one store');
      const filling = { runner, plan: asked.value.plan, measures: shardOnly.measures, shared, stop };
      const drawn = await drawStretch(filling, { from, to }, (fraction) =>
        emit('work.progress', { ticket, fraction, what: 'draws' }),
      );
      return drawn.ok ? ok(use({ ...about, values: storeOf(shared).values })) : drawn;
    },
    from,
  );
  return made.ok ? made : fail(withAdvice(made.error));
}

/** Adds what whoever makes shards can do about a run that is too large. */
function withAdvice(fault: Fault): Fault {
  return fault.kind === 'too-large'
    ? { ...fault, message: `${fault.message} Or make more shards of it.` }
    : fault;
}
