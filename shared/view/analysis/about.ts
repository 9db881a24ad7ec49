import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { monthLabelAt } from '../calendar.ts';
import { type DisplayUnit, displayUnit, looksLike } from '../display-unit.ts';
import { formatIn, formatWhen } from '../format.ts';
import { formatError, formatMeasured } from '../format-measured.ts';
import { measureName } from '../lens.ts';

/** What an analysis is about: a measure of a projection that starts in some month. */
export interface About {
  readonly info: MeasureInfo;
  readonly start: YearMonth;
}

/** Chooses one unit for several figures of the measure, by the largest of them. */
export function unitFor({ info }: About, figures: Iterable<number>): DisplayUnit {
  let largest = 0;
  for (const figure of figures) if (Number.isFinite(figure)) largest = Math.max(largest, Math.abs(figure));
  return displayUnit(info.unit, largest, looksLike(info));
}

/** A figure with more digits before the point than this has is not read but counted. */
const longest = 1e5;

/** Chooses one unit for the figures of a spread: that of the median, or of the largest where that would be too long in it. */
export function unitOfSpread(about: About, median: number, figures: Iterable<number>): DisplayUnit {
  const usual = unitFor(about, [median]);
  const sizes = [...figures].filter(Number.isFinite).map(Math.abs);
  return Math.max(0, ...sizes) * usual.factor < longest ? usual : unitFor(about, sizes);
}

/** Writes a figure of the measure; with its sampling error, to the digits that error supports. */
export function figureText(
  about: About,
  value: number,
  unit: DisplayUnit = unitFor(about, [value]),
  error = 0,
): string {
  if (about.info.unit === 'month') return formatWhen(value, about.start, about.info);
  return error > 0 ? formatMeasured(value, error, unit) : formatIn(value, unit);
}

/** Writes a sampling error of the measure; that of a date is a length of time. */
export function errorText({ info }: About, error: number, unit: DisplayUnit): string {
  return formatError(error, info.unit === 'month' ? displayUnit('months', 0) : unit);
}

/** Names the measure at a month: `Billed spend at Mar 2038`; an outcome has no month. */
export function nameAt({ info, start }: About, month: number): string {
  const label = measureName(info);
  if (info.kind === 'outcome') return label;
  return `${label} ${info.kind === 'flow' ? 'in' : 'at the end of'} ${monthLabelAt(start, month)}`;
}
