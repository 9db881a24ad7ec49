import { orNull } from '#shared/base/finite.ts';
import type { ProjectionResult } from '#shared/contract/results.ts';
import { jsonLines } from '#shared/export/json-lines.ts';
import type { Problem } from '#shared/scenario/problem.ts';
import { monthAfter, monthCode } from '#shared/view/calendar.ts';
import type { ExportDocument, ExportedScenario, Format } from './format.ts';

/** Levels of the object that are spread over lines: a measure is one line, whatever its length. */
const linedLevels = 2;

/** All measures of each scenario by month, as `offtake run --json` prints them; no answer is null. */
export const jsonFormat: Format = {
  id: 'json',
  extension: 'json',
  mime: 'application/json',
  encode: async (document) => Buffer.from(`${jsonLines(content(document), linedLevels)}\n`),
};

/** Gives the object that stands for one scenario and its numbers. */
export function describeRun(version: string, { file, result }: ExportedScenario): object {
  const { projection } = result;
  const measures = projection.series.map(({ info, values }) => [
    info.id,
    { label: info.label, unit: info.unit, kind: info.kind, values: Array.from(values, orNull) },
  ]);
  return {
    offtake: version,
    scenario: { title: result.title, file, hash: result.hash, seed: result.seed },
    months: Array.from({ length: projection.months }, (_, month) =>
      monthCode(monthAfter(projection.start, month)),
    ),
    measures: Object.fromEntries(measures),
    problems: result.problems.map(describeProblem),
    checks: describeChecks(result),
  };
}

/** Gives the object that stands for one problem. */
export function describeProblem(problem: Problem): object {
  const { file, severity, code, line, column, path, message, met, expected } = problem;
  return { file, severity, code, line, column, path, message, met, expected };
}

function describeChecks({ projection }: ProjectionResult): object[] {
  return projection.checks.map(({ key, holds, firstBrokenMonth }) => ({
    key,
    holds,
    firstBroken: firstBrokenMonth === null ? null : monthCode(monthAfter(projection.start, firstBrokenMonth)),
  }));
}

function content({ version, scenarios }: ExportDocument): object {
  const runs = scenarios.map((one) => describeRun(version, one));
  return runs.length === 1 ? (runs[0] ?? {}) : runs;
}
