import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { BridgeStatistic } from '#shared/scenario/compare/bridge.ts';
import { parseDate } from '#shared/scenario/quantity/parse-date.ts';
import { closest } from '#shared/scenario/text/closest.ts';
import { monthAfter, monthCode } from '#shared/view/calendar.ts';
import { headlineMeasures } from '#shared/view/headline.ts';
import type { ParsedArguments } from '../arguments.ts';
import { readCount } from '../read-values.ts';
import type { ComparedFile, ComparisonWish } from './gather-comparison.ts';

const mostDraws = 1_000_000;
const mostBridgeDraws = 100_000;
const usualMeasure = 'spend.billed.cumulative';
const statistics: readonly BridgeStatistic[] = ['central', 'mean', 'p5', 'p50', 'p95'];

/** Understands the options of a comparison, now that it is known what the scenarios have; a mistake is said in a line. */
export function readComparison(
  given: ParsedArguments,
  files: readonly ComparedFile[],
): Outcome<ComparisonWish, string> {
  const known = [...new Set(files.flatMap(({ run }) => run.projection.series.map(({ info }) => info.id)))];
  const measure = given.value('bridge') ?? usualMeasure;
  if (!known.includes(measure)) {
    const meant = closest(measure, known);
    return fail(
      `--bridge: no scenario has a measure “${measure}”${meant === null ? '' : `; did you mean ${meant}?`}`,
    );
  }
  const end = commonEnd(files);
  const at = given.value('at') === undefined ? ok(end) : readMonth(given.value('at') ?? '', files);
  if (!at.ok) return at;
  const draws = readCount(given, 'draws', mostDraws);
  if (!draws.ok) return draws;
  const of = given.value('of') ?? (given.has('bridge') ? 'mean' : 'central');
  const statistic = statistics.find((one) => one === of);
  if (statistic === undefined) return fail(`--of ${of}: one of ${statistics.join(', ')} is expected.`);
  return ok({
    files,
    measures: [...new Set([...headlineMeasures, measure])].filter((id) => known.includes(id)),
    at: monthCode(at.value) === monthCode(end) ? [end] : [at.value, end],
    measure,
    bridgeAt: at.value,
    statistic,
    draws: draws.value,
    bridgeDraws: draws.value === undefined ? undefined : Math.min(draws.value, mostBridgeDraws),
  });
}

/** The last month that all scenarios have. */
function commonEnd(files: readonly ComparedFile[]): YearMonth {
  const ends = files.map(({ run: { projection } }) => monthAfter(projection.start, projection.months - 1));
  return ends.reduce((first, end) => (monthCode(end) < monthCode(first) ? end : first));
}

function readMonth(text: string, files: readonly ComparedFile[]): Outcome<YearMonth, string> {
  const date = parseDate(text);
  if (date === null) return fail(`--at ${text}: a month such as 2030-12 is expected.`);
  const month = { year: date.year, month: date.month };
  const holds = ({ run: { projection } }: ComparedFile): boolean => {
    const code = monthCode(month);
    const last = monthAfter(projection.start, projection.months - 1);
    return code >= monthCode(projection.start) && code <= monthCode(last);
  };
  const without = files.find((file) => !holds(file));
  if (without === undefined) return ok(month);
  const { start, months } = without.run.projection;
  const span = `${monthCode(start)} to ${monthCode(monthAfter(start, months - 1))}`;
  return fail(`--at ${text}: ${without.file} runs from ${span}.`);
}
