import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { DrawnRun } from '../engine/kept-draws.ts';
import type { KeyedSource } from '../engine/keyed-source.ts';
import { simulateInRounds } from '../engine/split.ts';
import type { Stop } from '../engine/stop.ts';
import type { SessionContext } from './session-context.ts';

/**
 * Gives draws of a scenario that have some measures: those of the last run where they serve; else new ones, as many as the
 * last run made, so that figures agree with those on screen.
 */
export async function drawsFor(
  { runner, draws }: Pick<SessionContext, 'runner' | 'draws'>,
  scenario: KeyedSource,
  measures: readonly string[],
  stop: Stop,
  onProgress: (fraction: number) => void,
): Promise<Outcome<DrawnRun, Fault>> {
  const { hash, source } = scenario;
  const known = draws.find(hash, measures);
  if (known !== null) return ok(known);
  let made: DrawnRun | null = null;
  const result = await simulateInRounds(
    runner,
    { scenario, measures, draws: draws.find(hash, [])?.done },
    {
      stop,
      now: () => performance.now(),
      onRound: ({ done, wanted }) => onProgress(done / wanted),
      makeRoom: (bytes) => draws.makeRoom(source.id, hash, bytes),
      keep: (run) => {
        made = run;
        draws.keep(run);
      },
    },
  );
  if (!result.ok) return fail(result.error);
  return made === null ? fail({ kind: 'refused', message: 'No draws could be made.' }) : ok(made);
}
