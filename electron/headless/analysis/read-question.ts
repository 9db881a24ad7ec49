import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { MeasureInfo, Projection } from '#shared/engine/projection.ts';
import { valueOfDimension } from '#shared/scenario/formula/value-in-unit.ts';
import { monthsSince, parseDate } from '#shared/scenario/quantity/parse-date.ts';
import type { InputNote } from '#shared/view/analysis/answers.ts';
import { monthAfter, monthCode } from '#shared/view/calendar.ts';
import type { ParsedArguments } from '../arguments.ts';
import { whatIsMeant } from '../read-values.ts';

/** Reads which measure `--of` names. */
export function readMeasure(given: ParsedArguments, { series }: Projection): Outcome<MeasureInfo, string> {
  const id = given.value('of');
  if (id === undefined)
    return fail('Say which measure it is about: --of MEASURE, such as --of spend.billed.');
  const found = series.find(({ info }) => info.id === id);
  if (found !== undefined) return ok(found.info);
  const known = series.map(({ info }) => info.id);
  return fail(`--of: there is no measure “${id}”${whatIsMeant(id, known)}`);
}

/** Reads the month that `--at` names; the last one where it is not given. */
export function readMonth(given: ParsedArguments, { start, months }: Projection): Outcome<number, string> {
  const stated = given.value('at');
  if (stated === undefined) return ok(months - 1);
  const date = parseDate(stated);
  const month = date === null ? Number.NaN : Math.floor(monthsSince(start, date));
  if (month >= 0 && month < months) return ok(month);
  const [first, last] = [0, months - 1].map((each) => monthCode(monthAfter(start, each)));
  return fail(`--at ${stated}: a month from ${first} to ${last} is expected.`);
}

/** An input to vary, and the range where one is stated. */
export interface VariedInput {
  readonly note: InputNote;
  readonly low?: number;
  readonly high?: number;
}

/** Reads an option such as `KEY` or `KEY=LOW..HIGH`, with values as they stand in a scenario. */
export function readInput(
  option: string,
  stated: string,
  inputs: readonly InputNote[],
  start: YearMonth,
): Outcome<VariedInput, string> {
  const [key = '', range] = splitOnce(stated, '=');
  const note = inputs.find((one) => one.key === key.trim());
  if (note === undefined) {
    const known = inputs.map((one) => one.key);
    return fail(`--${option}: there is no input “${key}”${whatIsMeant(key, known)}`);
  }
  if (range === undefined) return ok({ note });
  const [from, to] = splitOnce(range, '..');
  if (from === undefined || to === undefined) {
    return fail(`--${option} ${stated}: a range such as ${key}=LOW..HIGH is expected.`);
  }
  const low = valueOfDimension(from, note.dimension, start);
  if (!low.ok) return fail(`--${option} ${key}: ${low.error}`);
  const high = valueOfDimension(to, note.dimension, start);
  if (!high.ok) return fail(`--${option} ${key}: ${high.error}`);
  if (low.value < high.value) return ok({ note, low: low.value, high: high.value });
  return fail(`--${option} ${stated}: the first value must be the smaller one.`);
}

function splitOnce(text: string, by: string): readonly [string, string?] {
  const at = text.indexOf(by);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + by.length)];
}
