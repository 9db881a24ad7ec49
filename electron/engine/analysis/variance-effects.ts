import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { sobolTableLength } from '#shared/engine/analysis/sobol-table.ts';
import type { VarianceEffects } from '#shared/view/analysis/answers.ts';
import { lendMemory, tooLarge } from '../lend-memory.ts';
import { planShares, type Stretch } from '../rounds.ts';
import { runPieces } from '../stretches.ts';
import type { ScenarioFacts } from './analysis-jobs.ts';
import type { AnalysisWork } from './analysis-work.ts';

/** What variance indices add to what is said of every sensitivity. */
export type VarianceFigures = Omit<VarianceEffects, 'method' | 'of' | 'at' | 'inputs' | 'tied'>;

const usualRows = 512;
/** Rows of one job: a few blocks of a kernel for each input. */
const rowsAtOnce = 64;
/** Share of the work that evaluating the design takes; forming the indices is the rest. */
const evaluating = 0.9;

/** Estimates variance indices: rows of the design are divided between the threads, then the outputs. */
export async function varianceEffects(
  { runner, scenario, stop, onProgress }: AnalysisWork,
  { uncertain, seed }: ScenarioFacts,
  of: string,
  at: number,
  byMonth: readonly number[],
  wanted: number = usualRows,
): Promise<Outcome<VarianceFigures, Fault>> {
  const rows = 2 ** Math.ceil(Math.log2(wanted));
  const months = [at, ...byMonth];
  const shape = { dimensions: uncertain.length, outputs: months.length, rows };
  const runs = rows * (uncertain.length + 2);
  const bytes = sobolTableLength(shape) * Float64Array.BYTES_PER_ELEMENT;
  const who = `${runs} runs at ${months.length} months`;
  const refusal = (): Fault =>
    tooLarge(runner.memory, who, bytes, 'Ask for fewer rows, or for one month only.');
  const estimates = await lendMemory(runner.memory, { bytes, stop, refusal }, async (table) => {
    const pieces = chunks(rows).map(({ from, to }) => {
      return { scenario, measure: of, months, table, rows, from, to };
    });
    const filled = await runPieces(runner, 'rows', pieces, stop, (share) => onProgress(share * evaluating));
    if (!filled.ok) return fail(filled.error);
    const shares = planShares({ from: 0, to: months.length }, runner.threads);
    const parts = shares.map(({ from, to }) => ({ table, shape, seed, from, to }));
    const formed = await runPieces(runner, 'indices', parts, stop, (share) =>
      onProgress(evaluating + share * (1 - evaluating)),
    );
    if (!formed.ok) return fail(formed.error);
    return ok(formed.value.flat());
  });
  if (!estimates.ok) return estimates;
  const [now, ...later] = estimates.value;
  const inputs = now?.inputs ?? [];
  return ok({
    rows,
    runs,
    months: Int32Array.from(byMonth),
    shares: Float64Array.from(
      inputs.flatMap((_, input) => later.map((one) => one.inputs[input]?.first.value ?? Number.NaN)),
    ),
    variance: now?.variance ?? Number.NaN,
    first: inputs.map(({ first }) => first),
    total: inputs.map(({ total }) => total),
  });
}

function chunks(rows: number): Stretch[] {
  const count = Math.ceil(rows / rowsAtOnce);
  return Array.from({ length: count }, (_, at) => {
    return { from: at * rowsAtOnce, to: Math.min(rows, (at + 1) * rowsAtOnce) };
  });
}
