import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { formatShare, noAnswer } from '../format.ts';
import { measureLabel } from '../lens.ts';
import { figureWriter, percentChange } from './figures.ts';
import type { ComparisonOutcomes, OutcomeCell, OutcomeRow, PairCell } from './outcomes.ts';

/** What of the draws a table shows. */
export type Shown = 'central' | 'mean' | 'p50';

/** One scenario's figure and its change against the base, as text. */
export interface OutcomeEntry {
  readonly value: string;
  /** Sampling error of the mean; empty on the central path. */
  readonly error: string;
  /** From the 5th to the 95th percentile. */
  readonly range: string;
  /** Null for the base. */
  readonly change: {
    readonly absolute: string;
    readonly percent: string;
    /** Sampling error of the change on the same draws. */
    readonly error: string;
    /** Share of draws above the base, `83 % ± 1`. */
    readonly higher: string;
    /** How many times smaller the paired error is than an unpaired one; empty where there is none. */
    readonly gain: string;
    readonly direction: 'up' | 'down' | 'same';
  } | null;
}

/** One measure over all scenarios, as text. */
export interface OutcomeLine {
  readonly measure: string;
  readonly label: string;
  readonly unit: string;
  readonly entries: readonly OutcomeEntry[];
}

/** Sets out the figures of a comparison at one date: a line per measure, an entry per scenario. */
export function outcomeTable(
  { rows, base }: Pick<ComparisonOutcomes, 'rows' | 'base'>,
  at: YearMonth,
  shown: Shown,
): readonly OutcomeLine[] {
  return rows
    .filter((row) => row.at.year === at.year && row.at.month === at.month)
    .map((row) => lineOf(row, base, shown));
}

function lineOf({ measure, cells, pairs }: OutcomeRow, base: number, shown: Shown): OutcomeLine {
  const write = figureWriter(
    measure,
    cells.map((cell) => figureOf(cell, shown)),
  );
  const baseCell = cells[base];
  const entries = cells.map((cell, at): OutcomeEntry => {
    const pair = pairs[at] ?? null;
    const error = shown === 'central' ? 0 : cell.meanError;
    return {
      value: write.value(figureOf(cell, shown), error),
      error: shown === 'mean' && cell.meanError > 0 ? write.error(cell.meanError) : '',
      range: cell.p5 < cell.p95 ? `${write.value(cell.p5, error)} – ${write.value(cell.p95, error)}` : '',
      change: pair && baseCell ? changeOf(pair, baseCell, write, shown) : null,
    };
  });
  return { measure: measure.id, label: measureLabel(measure), unit: write.unit.label, entries };
}

function changeOf(
  pair: PairCell,
  base: OutcomeCell,
  write: ReturnType<typeof figureWriter>,
  shown: Shown,
): NonNullable<OutcomeEntry['change']> {
  const change = shown === 'central' ? pair.central : shown === 'mean' ? pair.mean : pair.p50;
  const error = shown === 'central' ? 0 : pair.meanError;
  return {
    absolute: write.change(change, error),
    percent: percentChange(change, figureOf(base, shown)),
    error: shown === 'mean' && pair.meanError > 0 ? write.error(pair.meanError) : '',
    higher: higherText(pair),
    gain: pair.meanError > 0 ? gainText(pair.unpairedError / pair.meanError) : '',
    direction: change > 0 ? 'up' : change < 0 ? 'down' : 'same',
  };
}

function higherText({ higher, higherError, mean, p5, p95 }: PairCell): string {
  if (!Number.isFinite(higher)) return noAnswer;
  if (mean === 0 && p5 === 0 && p95 === 0) return 'equal';
  const isCertain = higher <= 0 || higher >= 1 || !(higherError > 0);
  return isCertain ? formatShare(higher) : `${formatShare(higher)} ±\u202f${(higherError * 100).toFixed(1)}`;
}

function figureOf(cell: OutcomeCell, shown: Shown): number {
  return cell[shown];
}

/** Says how much sharper the paired difference is; beyond a thousand times the two are the same for every purpose. */
function gainText(gain: number): string {
  return gain > 1000 ? '> 1000×' : `${gain.toFixed(1)}×`;
}
