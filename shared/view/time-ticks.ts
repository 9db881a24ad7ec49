import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { monthAfter, monthLabel } from './calendar.ts';

/** A place on the time axis, in months since the start, and what is written there. */
export interface TimeTick {
  readonly month: number;
  readonly label: string;
}

/** Pixels a label of the time axis needs. */
const labelPixels = 44;
const steps = [1, 3, 6, 12, 24, 36, 60, 120];

/** Places ticks on round calendar dates: Januaries where years are shown, quarters or months where the view is close. */
export function timeTicks(
  start: YearMonth,
  [from, to]: readonly [from: number, to: number],
  plotWidth: number,
): TimeTick[] {
  const fit = Math.max(2, Math.floor(plotWidth / labelPixels));
  const step = steps.find((one) => (to - from) / one <= (one < 12 ? fit * 0.7 : fit)) ?? 120;
  const ticks: TimeTick[] = [];
  for (let month = Math.ceil(from); month <= Math.floor(to); month++) {
    const date = monthAfter(start, month);
    if ((date.year * 12 + date.month - 1) % step !== 0) continue;
    ticks.push({ month, label: step >= 12 ? String(date.year) : monthLabel(date) });
  }
  return ticks;
}
