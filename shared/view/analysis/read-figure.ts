import { type Outcome, ok } from '#shared/base/outcome.ts';
import { valueInUnit } from '#shared/scenario/formula/value-in-unit.ts';
import type { About } from './about.ts';

/**
 * Reads a figure of the measure as someone types it: `$100B`, `2 GW`, `2030-12`. A month is taken as the measure gives it, by its
 * end where events are dated so; a day is that day. The error is a sentence.
 */
export function readFigure(text: string, { info, start }: About): Outcome<number, string> {
  const read = valueInUnit(text, info.unit, start);
  const isWholeMonth = read.ok && info.unit === 'month' && Number.isInteger(read.value);
  return isWholeMonth && info.isBeginning !== true ? ok(read.value + 1) : read;
}
