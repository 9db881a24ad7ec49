import { nameAt } from '#shared/view/analysis/about.ts';
import type { SweepResult } from '#shared/view/analysis/answers.ts';
import { familyChart } from '#shared/view/analysis/family-chart.ts';
import { type SweepView, sweepView } from '#shared/view/analysis/sweep.ts';
import { capitalise } from '#shared/view/words.ts';
import type { ExportedScenario } from '../document.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import type { ExportPage, PageBody } from './page.ts';
import { aboutMeasure, pageOf, valuesOf } from './page-of.ts';

/** Makes the page of a sweep: lines over time for one input, a band over its values in draws, a heat map for two inputs. */
export function sweepPage(
  version: string,
  scenario: ExportedScenario,
  question: QuestionOf<'sweep'>,
  result: SweepResult,
): ExportPage | null {
  const about = aboutMeasure(scenario, result.of);
  if (about === null) return null;
  const view = sweepView(about, result);
  const { first, second } = result;
  const over = second === null ? first.input.label : `${first.input.label} and ${second.input.label}`;
  const family = second === null && result.inDraws === null ? familyChart(about, result) : null;
  const body: PageBody =
    family !== null
      ? { kind: 'chart', view: family }
      : second === null
        ? { kind: 'curve', curve: spread(result, view) }
        : { kind: 'heat-map', heatMap: heatMap(result, view) };
  return pageOf(
    version,
    scenario,
    {
      subject: questionText(question),
      topic: family?.topic ?? `${nameAt(about, result.at)} over ${over}`,
      finding: view.finding,
      body,
      reading: [
        [
          ...view.details,
          result.inDraws === null
            ? 'Everything else as the text says, every other input at its median.'
            : 'Line: median; band: 10th to 90th percentile.',
        ].join(' '),
      ],
      spoken: view.table
        .slice(1)
        .map((row) => row.join(', '))
        .join('. '),
    },
    valuesOf(scenario, second === null ? [first.input.key] : [first.input.key, second.input.key]),
  );
}

function spread({ first, figures, inDraws }: SweepResult, { unit, rows }: SweepView) {
  const shown = (values: Float64Array) => Array.from(values, (value) => value * unit.factor);
  return {
    unit: unit.label,
    prefix: unit.prefix,
    suffix: unit.suffix,
    across: { label: capitalise(first.input.label), values: [...first.values], texts: rows },
    label: 'Median',
    values: shown(figures),
    band:
      inDraws === null ? null : { label: 'P10 to P90', low: shown(inDraws.p10), high: shown(inDraws.p90) },
    target: null,
  };
}

function heatMap({ first, second, figures }: SweepResult, { unit, rows, columns }: SweepView) {
  const wide = columns.length;
  return {
    unit: unit.label,
    prefix: unit.prefix,
    suffix: unit.suffix,
    across: { label: capitalise(second?.input.label ?? ''), ticks: columns },
    up: { label: capitalise(first.input.label), ticks: rows },
    values: rows.map((_, row) =>
      Array.from(figures.subarray(row * wide, (row + 1) * wide), (figure) => figure * unit.factor),
    ),
  };
}
