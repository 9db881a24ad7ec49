import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { RankEffects } from '#shared/view/analysis/answers.ts';
import { planShares } from '../rounds.ts';
import { runPieces } from '../stretches.ts';
import type { AnalysisWork } from './analysis-work.ts';
import { mostRankedDraws } from './jobs/rank-job.ts';

/** What rank sensitivity adds to what is said of every sensitivity. */
export type RankFigures = Omit<RankEffects, 'method' | 'of' | 'at' | 'inputs' | 'tied'>;

/** Finds rank correlations with a measure from draws already made; months are divided between the threads. */
export async function rankEffects(
  { runner, scenario, stop, onProgress, drawsOf }: AnalysisWork,
  of: string,
  at: number,
  byMonth: readonly number[],
): Promise<Outcome<RankFigures, Fault>> {
  const run = await drawsOf([of]);
  if (!run.ok) return run;
  const { shared, done, measures } = run.value;
  const draws = { scenario, shared, done, measure: measures.indexOf(of) };
  const months = [at, ...byMonth];
  const shares = planShares({ from: 0, to: months.length }, runner.threads);
  const pieces = shares.map(({ from, to }) => ({ ...draws, months: months.slice(from, to) }));
  const tables = await runPieces(runner, 'rank', pieces, stop, onProgress);
  if (!tables.ok) return fail(tables.error);
  const [first] = tables.value;
  const inputs = first === undefined ? 0 : first.rank.length / (pieces[0]?.months.length ?? 1);
  /** Values of one kind at one of the months, by input. */
  const column = (kind: 'rank' | 'standardError' | 'contribution', place: number): Float64Array => {
    const share = shares.findIndex(({ from, to }) => from <= place && place < to);
    const { from, to } = shares[share] ?? { from: 0, to: 1 };
    const values = tables.value[share]?.[kind] ?? new Float64Array();
    return Float64Array.from(
      { length: inputs },
      (_, input) => values[input * (to - from) + place - from] ?? Number.NaN,
    );
  };
  const contributions = byMonth.map((_, month) => column('contribution', 1 + month));
  return ok({
    runs: Math.min(done, mostRankedDraws),
    months: Int32Array.from(byMonth),
    shares: byInput(contributions, inputs),
    rank: column('rank', 0),
    standardError: column('standardError', 0),
    contribution: column('contribution', 0),
  });
}

/** Puts values given month by month at `input * months + month`. */
function byInput(columns: readonly Float64Array[], inputs: number): Float64Array {
  const table = new Float64Array(inputs * columns.length);
  columns.forEach((column, month) => {
    column.forEach((value, input) => {
      table[input * columns.length + month] = value;
    });
  });
  return table;
}
