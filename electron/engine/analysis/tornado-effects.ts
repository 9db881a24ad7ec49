import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { TornadoEffects } from '#shared/view/analysis/answers.ts';
import type { AnalysisWork } from './analysis-work.ts';

/** What a tornado adds to what is said of every sensitivity. */
export type TornadoFigures = Omit<TornadoEffects, 'method' | 'of' | 'at' | 'inputs' | 'tied'>;

/** Moves each uncertain input alone: two runs for each, few enough for one thread. */
export async function tornadoEffects(
  { runner, scenario, stop, onProgress }: AnalysisWork,
  of: string,
  at: number,
  byMonth: readonly number[],
): Promise<Outcome<TornadoFigures, Fault>> {
  const months = [at, ...byMonth];
  const made = await runner.run('tornado', { scenario, measure: of, months }, { stop, onProgress });
  if (!made.ok) return fail(made.error);
  const { central, p10, p90, atP10, atP90 } = made.value;
  const first = (values: Float64Array): Float64Array =>
    values.filter((_, place) => place % months.length === 0);
  return ok({
    runs: 1 + 2 * p10.length,
    months: Int32Array.from(byMonth),
    shares: atP90
      .map((value, place) => value - (atP10[place] ?? 0))
      .filter((_, place) => place % months.length > 0),
    central: central[0] ?? Number.NaN,
    p10,
    p90,
    atP10: first(atP10),
    atP90: first(atP90),
  });
}
