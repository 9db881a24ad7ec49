import { fail, ok } from '#shared/base/outcome.ts';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { jsonLines } from '#shared/export/json-lines.ts';
import type { SourcesResult } from '#shared/view/analysis/answers.ts';
import { type SourcesView, sourcesView } from '#shared/view/analysis/sources.ts';
import { monthAfter, monthCode } from '#shared/view/calendar.ts';
import { headlineMeasures } from '#shared/view/headline.ts';
import { questionOptions, workOnProjection } from '../analysis/analyse-file.ts';
import { describeInput, plain } from '../analysis/describe-question.ts';
import { readMonth } from '../analysis/read-question.ts';
import type { Command } from '../command.ts';
import { textTable } from '../text-table.ts';

/** Says where sources contradict one another, and what that alone does to the headline measures. */
export const sourcesCommand: Command = {
  name: 'sources',
  summary: 'say where sources disagree and what that alone does to the results',
  operands: ['FILE'],
  options: {
    measures: { value: 'ID,ID…', meaning: 'measures to look at, instead of the headline figures' },
    at: questionOptions['at'] ?? { meaning: '' },
    json: questionOptions['json'] ?? { meaning: '' },
  },
  run: async (given, terminal, workplace) => {
    const found = await workOnProjection(given, terminal, workplace, async ({ handlers, run, asked }) => {
      const { projection } = run;
      const at = readMonth(given, projection);
      if (!at.ok) return fail({ kind: 'invalid-call', message: at.error });
      const known = new Map(projection.series.map(({ info }) => [info.id, info]));
      const wanted = given.value('measures')?.split(',') ?? headlineMeasures.filter((id) => known.has(id));
      const reply = await handlers['analysis.sources']({
        ...asked,
        measures: wanted.map((id) => id.trim()),
        at: at.value,
      });
      if (!reply.ok) return reply;
      const infos = reply.value.measures.flatMap((id) => known.get(id) ?? []);
      return ok({ run, infos, answer: reply.value });
    });
    if (!found.ok) return found.code;
    const { run, infos, answer } = found.value;
    const { start } = run.projection;
    if (given.has('json')) {
      const { title, hash, seed } = run;
      const head = {
        offtake: workplace.version,
        scenario: { title, file: given.operands[0] ?? '', hash, seed },
        at: monthCode(monthAfter(start, answer.at)),
      };
      terminal.out(`${jsonLines({ ...head, ...describeSources(infos, answer) }, 2)}\n`);
    } else {
      terminal.out(report(sourcesView(infos, start, answer)));
    }
    return 0;
  },
};

function report({ finding, heads, rows, together }: SourcesView): string {
  const blocks = rows.map(({ input, used, reported, cells }) => {
    const said = reported
      .map(
        ({ text, source, date }) => `${text} (${[source ?? 'no source', date].filter(Boolean).join(', ')})`,
      )
      .join(', ');
    const lines = cells.map(({ range, change }, at) => [`  ${heads[at]?.label ?? ''}`, range, change]);
    return `${input.key}: ${used} in use; reported: ${said}\n${textTable(lines, ['left', 'right', 'right'])}`;
  });
  if (rows.length === 0) return `${finding}\n`;
  const all = together.map(({ range, change }, at) => [`  ${heads[at]?.label ?? ''}`, range, change]);
  const last = `all at once, each at the figure that takes a measure furthest\n${textTable(all, ['left', 'right', 'right'])}`;
  return `${[finding, ...blocks, last].join('\n\n')}\n`;
}

function describeSources(
  infos: readonly MeasureInfo[],
  { central, effects, lowest, highest, runs }: SourcesResult,
): object {
  const measures = infos.map(({ id, label, unit, kind }, measure) => ({
    id,
    label,
    unit,
    kind,
    central: plain(central.subarray(measure, measure + 1))[0],
    lowest: plain(lowest.subarray(measure, measure + 1))[0],
    highest: plain(highest.subarray(measure, measure + 1))[0],
  }));
  const inputs = effects.map(({ input, reported, figures }) => ({
    ...describeInput(input),
    reported: reported.map((figure, which) => ({
      ...figure,
      figures: Object.fromEntries(
        infos.map(({ id }, measure) => {
          const place = measure * reported.length + which;
          return [id, plain(figures.subarray(place, place + 1))[0]];
        }),
      ),
    })),
  }));
  return { runs, measures, inputs };
}
