import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { looksLike } from '../display-unit.ts';
import { formatIn, formatShare, noAnswer } from '../format.ts';
import { formatMeasuredRange } from '../format-measured.ts';
import { figureText, nameAt, unitFor } from './about.ts';
import type { InputNote, ReportedFigure, SourceEffect, SourcesResult } from './answers.ts';
import { inputText } from './input-text.ts';

/** What a disagreement comes to in one measure. */
export interface SourceCell {
  readonly measure: string;
  /** The lowest and the highest figure, as text: `$86.2–407B`; one that stays put is said to. */
  readonly range: string;
  /** The same against the figure in use: `−79 % to 0 %`; empty where it stays put, and where that cannot be said. */
  readonly change: string;
  /** Highest less lowest over the figure in use; 0 where it stays put, NaN where that cannot be said. */
  readonly spread: number;
  /** Where the ends lie between the lowest and the highest figure of the whole column, 0…1. */
  readonly from: number;
  readonly to: number;
}

/** One input on which sources disagree, or of which nobody knows more than a range. */
export interface SourceRow {
  readonly input: InputNote;
  readonly used: string;
  readonly reported: readonly ReportedFigure[];
  readonly cells: readonly SourceCell[];
}

/** What the disagreements of sources do, as it is shown. */
export interface SourcesView {
  readonly finding: string;
  /** One for each measure: its name and the figure in use. */
  readonly heads: readonly { readonly measure: string; readonly label: string; readonly central: string }[];
  /** The disagreement that moves a measure most comes first. */
  readonly rows: readonly SourceRow[];
  /** What nobody knows: assumptions at their 10th and 90th percentile, the one that moves a measure most first. */
  readonly unknowns: readonly SourceRow[];
  /** All of them at once, each at the figure that takes the measure furthest. */
  readonly together: readonly SourceCell[];
}

const stays = 'stays put';

/** Builds what is shown of the disagreements of sources; `infos` are the measures of the answer, in its order. */
export function sourcesView(
  infos: readonly MeasureInfo[],
  start: YearMonth,
  { at, central, effects, unknowns, lowest, highest }: SourcesResult,
): SourcesView {
  const columns = infos.map((info, measure) => {
    const bounds = [
      central[measure] ?? Number.NaN,
      lowest[measure] ?? Number.NaN,
      highest[measure] ?? Number.NaN,
      ...[...effects, ...unknowns].flatMap(({ figures, reported }) => [
        ...figures.subarray(measure * reported.length, (measure + 1) * reported.length),
      ]),
    ].filter(Number.isFinite);
    const about = { info, start };
    const unit = unitFor(about, bounds);
    return {
      about,
      unit,
      used: central[measure] ?? Number.NaN,
      least: Math.min(...bounds),
      most: Math.max(...bounds),
    };
  });
  const cellOf = (column: (typeof columns)[number], figures: readonly number[]): SourceCell => {
    const { about, used, least, most } = column;
    const known = figures.filter(Number.isFinite);
    const measure = about.info.id;
    if (known.length === 0 && !Number.isFinite(used))
      return { measure, range: noAnswer, change: '', spread: 0, from: 0, to: 0 };
    const bounds = Number.isFinite(used) ? [used, ...known] : known;
    const [low, high] = [Math.min(...bounds), Math.max(...bounds)];
    const isLost = bounds.length < figures.length + 1;
    const place = (value: number): number => (most > least ? (value - least) / (most - least) : 0);
    const ends = { from: place(low), to: place(high) };
    if (low === high && !isLost) return { measure, range: stays, change: '', spread: 0, ...ends };
    const words =
      about.info.unit === 'month'
        ? `${figureText(about, low)} to ${figureText(about, high)}`
        : formatMeasuredRange(low, high, 0, about.info.unit, looksLike(about.info));
    // A figure that one source takes away altogether does not stay put, however close the others are.
    const range = isLost ? `${words} or no answer` : words;
    if (used === 0 || isLost) return { measure, range, change: '', spread: Number.NaN, ...ends };
    const size = Math.abs(used);
    const change = `${signed((low - used) / size)} to ${signed((high - used) / size)}`;
    const spread = (high - low) / size;
    return { measure, range, change, spread, ...ends };
  };
  const rowsOf = (of: readonly SourceEffect[]): SourceRow[] =>
    of
      .map(({ input, reported, figures }) => ({
        input,
        used: inputText(input.central, input, start),
        reported,
        cells: columns.map((column, measure) =>
          cellOf(column, [...figures.subarray(measure * reported.length, (measure + 1) * reported.length)]),
        ),
      }))
      .sort((one, other) => widest(other.cells) - widest(one.cells));
  const rows = rowsOf(effects);
  const together = columns.map((column, measure) =>
    cellOf(column, [lowest[measure] ?? Number.NaN, highest[measure] ?? Number.NaN]),
  );
  return {
    finding: findingOf(rows, infos, start, at),
    heads: columns.map(({ about, unit, used }) => ({
      measure: about.info.id,
      label: about.info.label,
      central: about.info.unit === 'month' ? figureText(about, used) : formatIn(used, unit),
    })),
    rows,
    unknowns: rowsOf(unknowns),
    together,
  };
}

function findingOf(
  rows: readonly SourceRow[],
  infos: readonly MeasureInfo[],
  start: YearMonth,
  at: number,
): string {
  const [first] = rows;
  if (first === undefined) return 'No source of this scenario contradicts another.';
  const cell = [...first.cells].sort((one, other) => order(other.spread) - order(one.spread))[0];
  const info = infos.find(({ id }) => id === cell?.measure);
  if (cell === undefined || info === undefined || cell.spread === 0)
    return 'Sources disagree, but none of these figures depends on it.';
  const words = cell.change === '' ? cell.range : `${cell.range} (${cell.change})`;
  return `What sources say of ${first.input.label} matters most: ${nameAt({ info, start }, at)} from ${words}`;
}

function widest(cells: readonly SourceCell[]): number {
  return Math.max(0, ...cells.map(({ spread }) => order(spread)));
}

/** A spread against nothing is the widest there is. */
function order(spread: number): number {
  return Number.isNaN(spread) ? Number.POSITIVE_INFINITY : spread;
}

function signed(change: number): string {
  if (Math.abs(change) < 5e-4) return formatShare(0);
  return `${change < 0 ? '\u2212' : '+'}${formatShare(Math.abs(change))}`;
}
