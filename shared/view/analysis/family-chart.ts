import type { ChartView } from '../chart.ts';
import { dataTone } from '../chart.ts';
import { measureLabel } from '../lens.ts';
import { timeline } from '../timeline.ts';
import type { About } from './about.ts';
import { unitFor } from './about.ts';
import type { SweepResult } from './answers.ts';
import { sweepView } from './sweep.ts';

/** Turns a sweep of one input on the central path into a chart: a line over time for each value of the input. */
export function familyChart(about: About, result: SweepResult): ChartView {
  const { first, paths, months } = result;
  const { finding, rows } = sweepView(about, result);
  const unit = unitFor(about, paths);
  return {
    id: 'family',
    topic: `${measureLabel(about.info)} for values of ${first.input.label}`,
    finding,
    unit: unit.label,
    prefix: unit.prefix,
    suffix: unit.suffix,
    source: `A line for each value of ${first.input.label}; everything else as the text says, every input at its median.`,
    timeline: timeline(about.start, months, 'month'),
    series: rows.map((label, row) => ({
      id: `value ${row + 1}`,
      label,
      kind: 'line',
      tone: dataTone(0),
      dash: 'solid',
      strength: rows.length < 2 ? 1 : 0.3 + (0.7 * row) / (rows.length - 1),
      values: paths.slice(row * months, (row + 1) * months).map((figure) => figure * unit.factor),
      band: null,
    })),
    references: [],
    marks: [],
    ring: 'central line',
  };
}
