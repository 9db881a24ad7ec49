import { fail, ok } from '#shared/base/outcome.ts';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { jsonLines } from '#shared/export/json-lines.ts';
import type { SourceEffect, SourcesResult } from '#shared/view/analysis/answers.ts';
import { type SourceCell, type SourcesView, sourcesView } from '#shared/view/analysis/sources.ts';
import { monthAfter, monthCode } from '#shared/view/calendar.ts';
import { headlineMeasuresOf } from '#shared/view/headline.ts';
import { questionOptions, workOnProjection } from '../analysis/analyse-file.ts';
import { describeInput, plain } from '../analysis/describe-question.ts';
import { readMonth } from '../analysis/read-question.ts';
import type { Command } from '../command.ts';
import { conditional } from '../conditional.ts';
import { textTable } from '../text-table.ts';

/** Says where sources contradict one another, and what that alone does to the headline measures. */
export const sourcesCommand: Command = {
  name: 'sources',
  summary: 'say where sources disagree, what nobody knows, and what each alone does to the results',
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
      const wanted = given.value('measures')?.split(',') ?? headlineMeasuresOf(projection);
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
      terminal.out(conditional(report(sourcesView(infos, start, answer))));
    }
    return 0;
  },
};

function report({ finding, heads, rows, unknowns, together }: SourcesView): string {
  const linesOf = (cells: readonly SourceCell[]): string => {
    const lines = cells.flatMap(({ range, change, spread }, at) =>
      spread === 0 ? [] : [[`  ${heads[at]?.label ?? ''}`, range, change]],
    );
    if (lines.length === 0) return '  none of the figures moves';
    const rest = lines.length < cells.length ? '\n  the other figures stay put' : '';
    return `${textTable(lines, ['left', 'right', 'right'])}${rest}`;
  };
  const blocks = rows.map(({ input, used, reported, cells }) => {
    const said = reported
      .map(
        ({ text, source, date }) => `${text} (${[source ?? 'no source', date].filter(Boolean).join(', ')})`,
      )
      .join(', ');
    return `${input.key}: ${used} in use; reported: ${said}\n${linesOf(cells)}`;
  });
  const last =
    rows.length === 0
      ? []
      : [`all at once, each at the figure that takes a measure furthest\n${linesOf(together)}`];
  const assumed = unknowns.map(({ input, used, reported, cells }) => {
    const ends = reported.map(({ text }) => text).join(' to ');
    return `${input.key}: ${used} in use; nobody knows, P10 to P90 ${ends}\n${linesOf(cells)}`;
  });
  return `${[finding, ...blocks, ...last, ...assumed].join('\n\n')}\n`;
}

function describeSources(
  infos: readonly MeasureInfo[],
  { central, effects, unknowns, lowest, highest, runs }: SourcesResult,
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
  const figuresOf = ({ reported, figures }: SourceEffect, which: number): object =>
    Object.fromEntries(
      infos.map(({ id }, measure) => {
        const place = measure * reported.length + which;
        return [id, plain(figures.subarray(place, place + 1))[0]];
      }),
    );
  const inputs = effects.map((effect) => ({
    ...describeInput(effect.input),
    reported: effect.reported.map((figure, which) => ({ ...figure, figures: figuresOf(effect, which) })),
  }));
  const assumed = unknowns.map((effect) => ({
    ...describeInput(effect.input),
    ends: effect.reported.map(({ text, value }, which) => ({
      percentile: which === 0 ? 10 : 90,
      text,
      value,
      figures: figuresOf(effect, which),
    })),
  }));
  return { runs, measures, inputs, unknowns: assumed };
}
