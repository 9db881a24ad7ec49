import { posix } from 'node:path';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Handlers, Input } from '#shared/contract/host.ts';
import { createSampleStore } from '#shared/engine/sample-store.ts';
import { monthAfter, monthCode } from '#shared/view/calendar.ts';
import { allocateSamples } from '../engine/shared-samples.ts';
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
        const made = await drawShard(context, input, stop);
        if (!made.ok) return made;
        const { drawsParquet } = await import('../exporters/draws/parquet.ts');
        const bytes = drawsParquet(context.version, [made.value]);
        const mime = 'application/vnd.apache.parquet';
        const saved = await context.shell.deliver({ name: 'draws.parquet', mime, bytes });
        if (!saved.ok) return saved;
        const { firstDraw, draws } = made.value;
        return ok({ ...saved.value, firstDraw, draws });
      });
    },
  };
}

/**
 * Makes the draws of one shard. A draw depends on its number alone, so the shards of a run together are the run, bit for
 * bit, wherever each is made.
 */
async function drawShard(
  context: SessionContext,
  { ticket, scenario: source, measures, draws, shard }: ShardInput,
  stop: Stop,
): Promise<Outcome<ScenarioDraws & { readonly firstDraw: number }, Fault>> {
  const { runner, emit } = context;
  const run = await context.results.compute(source, stop);
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
  const shared = allocateSamples({ ...asked.value, draws: to - from }, from);
  if (!shared.ok) return fail(withAdvice(shared.error));
  const filling = { runner, scenario, measures: asked.value.measures, shared: shared.value, stop };
  const drawn = await drawStretch(filling, { from, to }, (fraction) =>
    emit('work.progress', { ticket, fraction, what: 'draws' }),
  );
  if (!drawn.ok) return fail(drawn.error);
  const { projection, title, hash, seed } = run.value;
  const units = new Map(projection.series.map(({ info }) => [info.id, info.unit]));
  return ok({
    file: posix.basename(source.id),
    title,
    hash,
    seed,
    months: Array.from({ length: projection.months }, (_, at) => monthCode(monthAfter(projection.start, at))),
    firstDraw: from,
    draws: to - from,
    measures: filling.measures.map((id) => ({ id, unit: units.get(id) ?? '' })),
    values: createSampleStore(shared.value.layout, shared.value.samples).values,
  });
}

/** Adds what whoever makes shards can do about a run that is too large. */
function withAdvice(fault: Fault): Fault {
  return fault.kind === 'too-large'
    ? { ...fault, message: `${fault.message} Or make more shards of it.` }
    : fault;
}
