import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { DrawnRun } from '../engine/kept-draws.ts';
import type { KeyedSource } from '../engine/keyed-source.ts';
import { simulateInRounds } from '../engine/split.ts';
import type { Stop } from '../engine/stop.ts';
import type { SessionContext } from './session-context.ts';

/**
 * Gives draws of a scenario that have some measures: those of the last run where they serve; else new ones, as many as the
 * last run made where no number is given, so that figures agree with those on screen. Whoever asks gives up the claim that comes with them.
 */
export async function drawsFor(
  { runner, draws }: Pick<SessionContext, 'runner' | 'draws'>,
  scenario: KeyedSource,
  measures: readonly string[],
  stop: Stop,
  onProgress: (fraction: number) => void,
  count = draws.drawsOf(scenario.hash) ?? undefined,
): Promise<Outcome<DrawnRun, Fault>> {
  const { hash, source } = scenario;
  const known = draws.find(hash, measures);
  if (known !== null) return ok(known);
  draws.dropOlder(source.id, hash);
  let made: DrawnRun | null = null;
  const result = await simulateInRounds(
    runner,
    { scenario, measures, draws: count },
    {
      stop,
      now: () => performance.now(),
      onRound: (round) => onProgress(round.done / round.wanted),
      keep: (run) => {
        made = { ...run, lease: run.lease.share() };
        draws.keep(run);
      },
    },
  );
  if (!result.ok) return fail(result.error);
  return handOver(made, measures);
}

/** Hands over draws that were made; those of a run that was made measure by measure may lack some. */
function handOver(run: DrawnRun | null, measures: readonly string[]): Outcome<DrawnRun, Fault> {
  if (run !== null && measures.every((id) => run.measures.includes(id))) return ok(run);
  run?.lease.release();
  const message = `The draws of ${measures.length} measures do not fit the memory at once; ask for fewer draws.`;
  return fail({ kind: 'too-large', message });
}
