import { orNull } from '#shared/base/finite.ts';
import type { Problem } from '#shared/scenario/problem.ts';
import type { Bands } from '#shared/view/bands.ts';
import { monthAfter, monthCode } from '#shared/view/calendar.ts';
import type { RunDocument, RunResult } from './document.ts';
import { jsonLines } from './json-lines.ts';

/** Levels of the object that are spread over lines: a measure is one line, whatever its length. */
const linedLevels = 2;

/** Writes all measures of each scenario by month as JSON, with whatever else is to be said of each; no answer is null. */
export function json({ version, scenarios }: RunDocument, remarks: object = {}): string {
  const runs = scenarios.map((one) => ({ ...describeRun(version, one), ...remarks }));
  return `${jsonLines(runs.length === 1 ? (runs[0] ?? {}) : runs, linedLevels)}\n`;
}

/** Gives the object that stands for one problem. */
export function describeProblem(problem: Problem): object {
  const { file, severity, code, line, column, path, message, met, expected } = problem;
  return { file, severity, code, line, column, path, message, met, expected };
}

/** Gives the object that stands for one scenario and its numbers. */
export function describeRun(version: string, scenario: RunResult): object {
  const { projection, fan, title, file, hash, seed, problems } = scenario;
  const bands = new Map((fan?.bands ?? []).map((one) => [one.id, one]));
  const measures = projection.series.map(({ info, values }) => [
    info.id,
    {
      label: info.label,
      unit: info.unit,
      kind: info.kind,
      values: Array.from(values, orNull),
      ...describeBands(bands.get(info.id)),
    },
  ]);
  return {
    offtake: version,
    scenario: { title, file, hash, seed, draws: fan?.done },
    months: Array.from({ length: projection.months }, (_, month) =>
      monthCode(monthAfter(projection.start, month)),
    ),
    measures: Object.fromEntries(measures),
    problems: problems.map(describeProblem),
    checks: describeChecks(scenario),
  };
}

function describeBands(bands: Bands | undefined): object {
  if (bands === undefined) return {};
  const { p5, p25, p50, p75, p95 } = bands;
  const plain = (values: Float64Array) => Array.from(values, orNull);
  return { p5: plain(p5), p25: plain(p25), p50: plain(p50), p75: plain(p75), p95: plain(p95) };
}

function describeChecks({ projection }: RunResult): object[] {
  return projection.checks.map(({ key, holds, firstBrokenMonth }) => ({
    key,
    holds,
    firstBroken: firstBrokenMonth === null ? null : monthCode(monthAfter(projection.start, firstBrokenMonth)),
  }));
}
