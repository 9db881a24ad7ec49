import { orNull } from '#shared/base/finite.ts';
import { fail, ok } from '#shared/base/outcome.ts';
import type { ProjectionResult } from '#shared/contract/results.ts';
import { jsonLines } from '#shared/export/json-lines.ts';
import { type ActualsView, actualsView } from '#shared/view/analysis/actuals.ts';
import type { ActualsResult } from '#shared/view/analysis/answers.ts';
import { monthAfter, monthCode } from '#shared/view/calendar.ts';
import { headlineMeasuresOf } from '#shared/view/headline.ts';
import { describeBand } from '../../service/formats/bands-json.ts';
import { questionOptions, workOnProjection } from '../analysis/analyse-file.ts';
import type { Command } from '../command.ts';
import { conditional } from '../conditional.ts';
import { readNames } from '../read-values.ts';
import { textTable } from '../text-table.ts';

/** Says where what has been observed lies in the fan, and what the fan becomes with draws weighed by how well they fit. */
export const actualsCommand: Command = {
  name: 'actuals',
  summary: 'hold the fan against what has been observed, and weigh the draws by fit',
  operands: ['FILE'],
  options: {
    measures: {
      value: 'A,B',
      meaning: 'measures whose percentiles are wanted, instead of the headline figures',
    },
    json: questionOptions['json'] ?? { meaning: '' },
  },
  run: async (given, terminal, workplace) => {
    const found = await workOnProjection(given, terminal, workplace, async ({ handlers, run, asked }) => {
      const known = run.projection.series.map(({ info }) => info.id);
      const measures = readNames(given, 'measures', known);
      if (!measures.ok) return fail({ kind: 'invalid-call', message: measures.error });
      const wanted = measures.value ?? headlineMeasuresOf(run.projection);
      const answer = await handlers['analysis.actuals']({ ...asked, measures: wanted });
      return answer.ok ? ok({ run, answer: answer.value }) : answer;
    });
    if (!found.ok) return found.code;
    const { run, answer } = found.value;
    if (given.has('json')) {
      const { title, hash, seed } = run;
      const scenario = { title, file: given.operands[0] ?? '', hash, seed };
      const said = { offtake: workplace.version, scenario, ...describeActuals(run, answer) };
      terminal.out(`${jsonLines(said, 3)}\n`);
    } else {
      const infos = new Map(run.projection.series.map(({ info }) => [info.id, info]));
      terminal.out(conditional(report(actualsView(run.projection.start, infos, answer))));
    }
    if (answer.refusal === null) return 0;
    terminal.error(answer.refusal);
    return 1;
  },
};

function report({ finding, rows, shifts }: ActualsView): string {
  const observed = [
    ['observed', 'month', 'value', 'taken as', 'place in the fan'],
    ...rows.map(({ measure, when, value, error, place }) => [measure, when, value, error, place]),
  ];
  const weighed = [
    ['at the end: median (P5 to P95)', 'all draws alike', 'weighted by fit'],
    ...shifts.map(({ measure, before, after }) => [measure, before, after]),
  ];
  const tables = [
    textTable(observed, ['left', 'left', 'right', 'right', 'left']),
    ...(shifts.length === 0 ? [] : [textTable(weighed, ['left', 'right', 'right'])]),
  ];
  return `${[finding, ...tables].join('\n\n')}\n`;
}

function describeActuals(
  { projection: { start } }: ProjectionResult,
  { observations, draws, effectiveDraws, refusal, before, bands }: ActualsResult,
): object {
  const byId = (all: ActualsResult['bands']): object =>
    Object.fromEntries(all.map((band) => [band.id, describeBand(band)]));
  return {
    observations: observations.map(({ measure, month, value, error, text, placeInFan }) => ({
      measure,
      at: monthCode(monthAfter(start, month)),
      value,
      error,
      text,
      placeInFan: orNull(placeInFan),
    })),
    draws,
    effectiveDraws,
    refusal,
    bands: byId(before),
    weighted: byId(bands),
  };
}
